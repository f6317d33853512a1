// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "order.hpp"

#include <set>
#include <utility>

namespace orders {

nlohmann::json to_json(const Order& order) {
  return {{"id", order.id},     {"customer", order.customer}, {"email", order.email},
          {"sku", order.sku},   {"quantity", order.quantity}, {"total_cents", order.total_cents},
          {"note", order.note}, {"status", order.status},     {"created_at", order.created_at}};
}

Order order_from_json(const nlohmann::json& body) {
  Order order;
  order.customer = body.at("customer").get<std::string>();
  order.email = body.at("email").get<std::string>();
  order.sku = body.at("sku").get<std::string>();
  order.quantity = body.value("quantity", 1);
  order.total_cents = body.value("total_cents", std::int64_t{0});
  order.note = body.value("note", "");
  return order;
}

void check_transition(const std::string& from, const std::string& to) {
  static const std::set<std::pair<std::string, std::string>> allowed = {
      {"pending", "paid"}, {"pending", "cancelled"}, {"paid", "shipped"}, {"paid", "cancelled"}};
  if (from != to && !allowed.contains({from, to}))
    throw InvalidTransition("an order cannot go from " + from + " to " + to);
}

} // namespace orders
