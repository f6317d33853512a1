// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "notifications.hpp"

#include "config.hpp"

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>

#include <cstdio>

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using tcp = asio::ip::tcp;

namespace orders {

asio::awaitable<void> notify_shop(std::string event, Order order) {
  auto executor = co_await asio::this_coro::executor;
  tcp::resolver resolver(executor);
  const auto endpoints = resolver.resolve(config().webhook_host, config().webhook_port);

  beast::tcp_stream stream(executor);
  stream.expires_after(std::chrono::seconds(5));
  co_await stream.async_connect(endpoints, asio::use_awaitable);

  http::request<http::string_body> request(http::verb::post, "/orders/" + event, 11);
  request.set(http::field::host, config().webhook_host);
  request.set(http::field::content_type, "application/json");
  request.body() = to_json(order).dump();
  request.prepare_payload();
  co_await http::async_write(stream, request, asio::use_awaitable);

  beast::flat_buffer buffer;
  http::response<http::string_body> response;
  co_await http::async_read(stream, buffer, response, asio::use_awaitable);
}

void send_confirmation_mail(const Order& order) {
  FILE* sendmail = popen("/usr/sbin/sendmail -t", "w");
  if (!sendmail)
    return;
  std::fprintf(sendmail, "To: %s\nSubject: Your order %lld\n\nThank you, %s.\n", order.email.c_str(),
               static_cast<long long>(order.id), order.customer.c_str());
  pclose(sendmail);
}

} // namespace orders
