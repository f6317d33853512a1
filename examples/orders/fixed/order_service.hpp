// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "audit_log.hpp"
#include "config.hpp"
#include "inventory_client.hpp"
#include "order.hpp"
#include "order_repository.hpp"
#include "task_group.hpp"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/thread_pool.hpp>

#include <cstdint>
#include <vector>

namespace orders {

// Throws Error: not_found for an order that does not exist, conflict for a change that its state does not allow.
class OrderService {
public:
  struct Parts {
    const Config& config;
    OrderRepository& repository;
    InventoryClient& inventory;
    AuditLog& audit;
    TaskGroup& tasks; // what goes on after the answer
    boost::asio::thread_pool& workers;
  };

  explicit OrderService(Parts parts);

  boost::asio::awaitable<std::vector<Order>> list(OrderFilter filter);
  boost::asio::awaitable<Order> get(std::int64_t id);
  boost::asio::awaitable<Order> create(NewOrder order);
  boost::asio::awaitable<Order> update(std::int64_t id, OrderPatch patch);
  boost::asio::awaitable<void> cancel(std::int64_t id);

private:
  Parts parts_;
};

} // namespace orders
