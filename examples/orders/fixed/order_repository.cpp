// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "order_repository.hpp"

namespace asio = boost::asio;

namespace orders {
namespace {

constexpr auto columns = "id, customer, email, sku, quantity, total_cents, note, status, "
                         "to_char(created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')";

Order row_to_order(const Result& result, int row) {
  Order order;
  order.id = std::stoll(result.text(row, 0));
  order.customer = result.text(row, 1);
  order.email = result.text(row, 2);
  order.sku = result.text(row, 3);
  order.quantity = std::stoi(result.text(row, 4));
  order.total_cents = std::stoll(result.text(row, 5));
  order.note = result.text(row, 6);
  order.status = result.text(row, 7);
  order.created_at = result.text(row, 8);
  return order;
}

std::optional<Order> first_order(const Result& result) {
  if (result.rows() == 0)
    return std::nullopt;
  return row_to_order(result, 0);
}

} // namespace

OrderRepository::OrderRepository(Pool& pool) : pool_(pool) {}

asio::awaitable<std::vector<Order>> OrderRepository::list(OrderFilter filter) {
  SqlValues values = {filter.status, filter.sort, std::to_string(filter.limit)};
  const Result result = co_await pool_.query(std::string("SELECT ") + columns +
                                                 " FROM orders WHERE $1::text IS NULL OR status = $1 "
                                                 "ORDER BY CASE WHEN $2 = 'customer' THEN customer END, "
                                                 "CASE WHEN $2 = 'created_at' THEN created_at END, id LIMIT $3",
                                             std::move(values));
  std::vector<Order> orders;
  for (int row = 0; row < result.rows(); ++row)
    orders.push_back(row_to_order(result, row));
  co_return orders;
}

asio::awaitable<std::optional<Order>> OrderRepository::find(std::int64_t id) {
  SqlValues values = {std::to_string(id)};
  const Result result =
      co_await pool_.query(std::string("SELECT ") + columns + " FROM orders WHERE id = $1", std::move(values));
  co_return first_order(result);
}

asio::awaitable<Order> OrderRepository::insert(NewOrder order) {
  SqlValues values = {
      order.customer, order.email, order.sku, std::to_string(order.quantity), std::to_string(order.total_cents),
      order.note};
  const Result result =
      co_await pool_.query(std::string("INSERT INTO orders (customer, email, sku, quantity, total_cents, note) "
                                       "VALUES ($1, $2, $3, $4, $5, $6) RETURNING ") +
                               columns,
                           std::move(values));
  co_return row_to_order(result, 0);
}

asio::awaitable<std::optional<Order>> OrderRepository::update(std::int64_t id, OrderPatch patch) {
  std::optional<std::string> quantity, before;
  if (patch.quantity)
    quantity = std::to_string(*patch.quantity);
  if (patch.status)
    before = statuses_before(*patch.status);
  SqlValues values = {std::to_string(id), patch.customer, patch.email, quantity, patch.note, patch.status, before};
  const Result result = co_await pool_.query(
      std::string("UPDATE orders SET customer = COALESCE($2, customer), email = COALESCE($3, email), "
                  "quantity = COALESCE($4::integer, quantity), note = COALESCE($5, note), "
                  "status = COALESCE($6, status) "
                  "WHERE id = $1 AND ($7::text[] IS NULL OR status = ANY ($7::text[])) RETURNING ") +
          columns,
      std::move(values));
  co_return first_order(result);
}

} // namespace orders
