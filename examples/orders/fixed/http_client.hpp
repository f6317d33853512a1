// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "error.hpp"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>

#include <chrono>
#include <iostream>
#include <string>

namespace orders {

struct Peer {
  std::string host;
  std::string port;
};

inline boost::asio::awaitable<boost::beast::http::status> post_json(const Peer& peer, const std::string& target,
                                                                    const std::string& body) {
  namespace asio = boost::asio;
  namespace beast = boost::beast;
  namespace http = beast::http;
  const auto executor = co_await asio::this_coro::executor;
  asio::ip::tcp::resolver resolver(executor);
  const auto endpoints = co_await resolver.async_resolve(peer.host, peer.port, asio::use_awaitable);

  beast::tcp_stream stream(executor);
  stream.expires_after(std::chrono::seconds(3));
  co_await stream.async_connect(endpoints, asio::use_awaitable);

  http::request<http::string_body> request(http::verb::post, target, 11);
  request.set(http::field::host, peer.host);
  request.set(http::field::content_type, "application/json");
  request.keep_alive(false);
  request.body() = body;
  request.prepare_payload();
  co_await http::async_write(stream, request, asio::use_awaitable);

  beast::flat_buffer buffer;
  http::response<http::string_body> response;
  co_await http::async_read(stream, buffer, response, asio::use_awaitable);
  co_return response.result();
}

// Tries again, a little later each time, as long as the peer is away or has an error of its own.
// Throws Error: unavailable when the last attempt fails too.
inline boost::asio::awaitable<boost::beast::http::status>
post_json_with_retry(const Peer& peer, const std::string& target, const std::string& body, int attempts) {
  namespace asio = boost::asio;
  namespace http = boost::beast::http;
  asio::steady_timer pause(co_await asio::this_coro::executor);
  for (int attempt = 1;; ++attempt) {
    try {
      const auto status = co_await post_json(peer, target, body);
      if (http::to_status_class(status) != http::status_class::server_error)
        co_return status;
      std::clog << peer.host << " answered " << static_cast<unsigned>(status) << ", attempt " << attempt << '\n';
    } catch (const boost::system::system_error& failure) {
      std::clog << peer.host << ": " << failure.what() << ", attempt " << attempt << '\n';
    }
    if (attempt >= attempts)
      throw Error(Fault::unavailable, peer.host + " does not answer");
    pause.expires_after(std::chrono::milliseconds(100 * attempt));
    co_await pause.async_wait(asio::use_awaitable);
  }
}

} // namespace orders
