// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "order_service.hpp"

#include "error.hpp"
#include "notifications.hpp"

namespace asio = boost::asio;

namespace orders {

OrderService::OrderService(Parts parts) : parts_(parts) {}

asio::awaitable<std::vector<Order>> OrderService::list(OrderFilter filter) {
  return parts_.repository.list(std::move(filter));
}

asio::awaitable<Order> OrderService::get(std::int64_t id) {
  auto order = co_await parts_.repository.find(id);
  if (!order)
    throw Error(Fault::not_found, "no such order");
  co_return *std::move(order);
}

asio::awaitable<Order> OrderService::create(NewOrder order) {
  const bool reserved = co_await parts_.inventory.reserve(order.sku, order.quantity);
  if (!reserved)
    throw Error(Fault::conflict, "the goods are not in stock");
  Order stored = co_await parts_.repository.insert(std::move(order));
  co_await parts_.audit.record("created", stored.id);
  parts_.tasks.spawn(notify_shop(parts_.config, "created", stored));
  parts_.tasks.spawn(send_confirmation_mail(parts_.config, parts_.workers, stored));
  co_return stored;
}

asio::awaitable<Order> OrderService::update(std::int64_t id, OrderPatch patch) {
  auto order = co_await parts_.repository.update(id, std::move(patch));
  if (!order) {
    const Order unchanged = co_await get(id);
    throw Error(Fault::conflict, "the status of the order is " + unchanged.status);
  }
  co_await parts_.audit.record("updated", id);
  co_return *std::move(order);
}

asio::awaitable<void> OrderService::cancel(std::int64_t id) {
  OrderPatch patch;
  patch.status = "cancelled";
  co_await update(id, std::move(patch));
}

} // namespace orders
