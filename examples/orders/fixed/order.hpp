// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <nlohmann/json.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace orders {

struct Order {
  std::int64_t id = 0;
  std::string customer;
  std::string email;
  std::string sku;
  int quantity = 0;
  std::int64_t total_cents = 0;
  std::string note;
  std::string status;
  std::string created_at;
};

struct NewOrder {
  std::string customer;
  std::string email;
  std::string sku;
  int quantity = 1;
  std::int64_t total_cents = 0;
  std::string note;
};

// Holds what the client sent, and nothing for what it did not send.
struct OrderPatch {
  std::optional<std::string> customer;
  std::optional<std::string> email;
  std::optional<int> quantity;
  std::optional<std::string> note;
  std::optional<std::string> status;
};

nlohmann::json to_json(const Order& order);

// These throw Error: bad_request for what is not JSON, invalid for JSON that is not an order.
NewOrder parse_new_order(std::string_view body);
OrderPatch parse_order_patch(std::string_view body);
std::int64_t parse_id(std::string_view text);

// The statuses, as a PostgreSQL array, that an order may have before it becomes `status`.
std::string statuses_before(std::string_view status);

} // namespace orders
