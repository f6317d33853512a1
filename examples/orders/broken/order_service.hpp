// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "inventory_client.hpp"
#include "order.hpp"
#include "order_repository.hpp"

#include <boost/asio/awaitable.hpp>

#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace orders {

class OrderService {
public:
  OrderService(OrderRepository& repository, InventoryClient& inventory);

  std::vector<Order> list(const std::string& status, const std::string& sort);
  boost::asio::awaitable<Order> get(std::int64_t id);
  boost::asio::awaitable<std::optional<Order>> create(Order order);
  boost::asio::awaitable<void> save(Order order);
  void cancel(std::int64_t id);

private:
  boost::asio::awaitable<Order> load(std::int64_t id);

  OrderRepository& repository_;
  InventoryClient& inventory_;
  std::mutex cache_mutex_;
  std::unordered_map<std::int64_t, Order> cache_;
};

} // namespace orders
