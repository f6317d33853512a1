// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "order_service.hpp"

#include "audit_log.hpp"
#include "notifications.hpp"

namespace asio = boost::asio;

namespace orders {

OrderService::OrderService(OrderRepository& repository, InventoryClient& inventory)
    : repository_(repository), inventory_(inventory) {}

std::vector<Order> OrderService::list(const std::string& status, const std::string& sort) {
  return repository_.list(status, sort);
}

asio::awaitable<Order> OrderService::load(std::int64_t id) { co_return repository_.find(id); }

asio::awaitable<Order> OrderService::get(std::int64_t id) {
  std::lock_guard lock(cache_mutex_);
  if (auto found = cache_.find(id); found != cache_.end())
    co_return found->second;
  Order order = co_await load(id);
  cache_.emplace(id, order);
  co_return order;
}

asio::awaitable<std::optional<Order>> OrderService::create(Order order) {
  const bool reserved = co_await inventory_.reserve(order.sku, order.quantity);
  if (!reserved)
    co_return std::nullopt;
  Order stored = repository_.insert(order);
  co_await audit("created", stored.id);
  auto notification = notify_shop("created", stored);
  co_return stored;
}

asio::awaitable<void> OrderService::save(Order order) {
  repository_.update(order);
  {
    std::lock_guard lock(cache_mutex_);
    cache_.insert_or_assign(order.id, order);
  }
  co_await audit("updated", order.id);
}

void OrderService::cancel(std::int64_t id) {
  Order order = repository_.find(id);
  check_transition(order.status, "cancelled");
  order.status = "cancelled";
  repository_.update(order);
  std::lock_guard lock(cache_mutex_);
  cache_.erase(id);
}

} // namespace orders
