// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "notifications.hpp"

#include "blocking_io.hpp"
#include "http_client.hpp"
#include "offload.hpp"

namespace asio = boost::asio;

namespace orders {
namespace {

constexpr int attempts = 3;

std::string confirmation(const Order& order) {
  return "To: " + order.email + "\nSubject: Your order " + std::to_string(order.id) + "\n\nThank you, " +
         order.customer + ".\n";
}

} // namespace

asio::awaitable<void> notify_shop(const Config& config, std::string event, Order order) {
  if (config.webhook_host.empty())
    co_return;
  const Peer shop{config.webhook_host, config.webhook_port};
  const std::string target = "/orders/" + event;
  co_await post_json_with_retry(shop, target, to_json(order).dump(), attempts);
}

asio::awaitable<void> send_confirmation_mail(const Config& config, asio::thread_pool& workers, Order order) {
  if (config.mail_command.empty())
    co_return;
  const std::string message = confirmation(order);
  auto send = [&] { blocking::feed(config.mail_command, message); };
  co_await offload(workers, send);
}

} // namespace orders
