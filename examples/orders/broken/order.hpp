// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <nlohmann/json.hpp>

#include <cstdint>
#include <stdexcept>
#include <string>

namespace orders {

struct Order {
  std::int64_t id = 0;
  std::string customer;
  std::string email;
  std::string sku;
  int quantity = 0;
  std::int64_t total_cents = 0;
  std::string note;
  std::string status = "pending";
  std::string created_at;
};

class InvalidTransition : public std::runtime_error {
public:
  using std::runtime_error::runtime_error;
};

nlohmann::json to_json(const Order& order);
Order order_from_json(const nlohmann::json& body);

// Throws InvalidTransition when an order may not go from one status to the other.
void check_transition(const std::string& from, const std::string& to);

} // namespace orders
