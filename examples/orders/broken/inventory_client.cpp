// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "inventory_client.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <nlohmann/json.hpp>

#include <chrono>
#include <iostream>
#include <thread>

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using tcp = asio::ip::tcp;

namespace orders {
namespace {

constexpr int kAttempts = 5;

http::response<http::string_body> post(const std::string& host, const std::string& port, const std::string& target,
                                       const std::string& body) {
  asio::io_context io;
  tcp::resolver resolver(io);
  beast::tcp_stream stream(io);
  stream.connect(resolver.resolve(host, port));

  http::request<http::string_body> request(http::verb::post, target, 11);
  request.set(http::field::host, host);
  request.set(http::field::content_type, "application/json");
  request.body() = body;
  request.prepare_payload();
  http::write(stream, request);

  beast::flat_buffer buffer;
  http::response<http::string_body> response;
  http::read(stream, buffer, response);
  return response;
}

} // namespace

InventoryClient::InventoryClient(std::string host, std::string port) : host_(std::move(host)), port_(std::move(port)) {}

asio::awaitable<bool> InventoryClient::reserve(const std::string& sku, int quantity) {
  const nlohmann::json body = {{"sku", sku}, {"quantity", quantity}};
  for (int attempt = 1; attempt <= kAttempts; ++attempt) {
    const auto response = post(host_, port_, "/reservations", body.dump());
    if (response.result() == http::status::created)
      co_return true;
    if (response.result() == http::status::conflict)
      co_return false;
    std::clog << "inventory answered " << response.result_int() << ", attempt " << attempt << '\n';
    std::this_thread::sleep_for(std::chrono::milliseconds(200 * attempt));
  }
  co_return false;
}

} // namespace orders
