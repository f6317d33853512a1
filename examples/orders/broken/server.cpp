// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "server.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core.hpp>

#include <iostream>

namespace asio = boost::asio;
namespace beast = boost::beast;
using tcp = asio::ip::tcp;

namespace orders {
namespace {

void log_end(std::exception_ptr error) {
  try {
    if (error)
      std::rethrow_exception(error);
  } catch (const std::exception& failure) {
    std::clog << "session: " << failure.what() << '\n';
  }
}

asio::awaitable<void> session(tcp::socket socket, const Router& router) {
  beast::tcp_stream stream(std::move(socket));
  beast::flat_buffer buffer;
  for (;;) {
    http::request_parser<http::string_body> parser;
    parser.body_limit(boost::none); // attachments may be large
    co_await http::async_read(stream, buffer, parser, asio::use_awaitable);

    const Request request = parser.release();
    Response response = co_await router.dispatch(request);
    response.keep_alive(request.keep_alive());
    response.prepare_payload();
    co_await http::async_write(stream, response, asio::use_awaitable);
    if (!request.keep_alive())
      break;
  }
  beast::error_code ignored;
  stream.socket().shutdown(tcp::socket::shutdown_send, ignored);
}

} // namespace

asio::awaitable<void> serve(tcp::acceptor& acceptor, const Router& router) {
  auto executor = co_await asio::this_coro::executor;
  for (;;) {
    auto socket = co_await acceptor.async_accept(asio::use_awaitable);
    asio::co_spawn(executor, session(std::move(socket), router), log_end);
  }
}

} // namespace orders
