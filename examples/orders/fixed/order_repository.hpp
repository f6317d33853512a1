// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "db.hpp"
#include "order.hpp"

#include <boost/asio/awaitable.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace orders {

struct OrderFilter {
  std::optional<std::string> status;
  std::string sort = "id"; // or customer, created_at
  int limit = 50;
};

class OrderRepository {
public:
  explicit OrderRepository(Pool& pool);

  boost::asio::awaitable<std::vector<Order>> list(OrderFilter filter);
  boost::asio::awaitable<std::optional<Order>> find(std::int64_t id);
  boost::asio::awaitable<Order> insert(NewOrder order);

  // Writes the fields that the patch has. Nothing is returned when there is no such order, or when its status
  // cannot become the patch's.
  boost::asio::awaitable<std::optional<Order>> update(std::int64_t id, OrderPatch patch);

private:
  Pool& pool_;
};

} // namespace orders
