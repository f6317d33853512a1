// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "order.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace orders {

class OrderRepository {
public:
  std::vector<Order> list(const std::string& status, const std::string& sort);
  Order find(std::int64_t id);
  Order insert(const Order& order);
  void update(const Order& order);
  void remove(std::int64_t id);
};

} // namespace orders
