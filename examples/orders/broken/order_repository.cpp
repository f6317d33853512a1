// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "order_repository.hpp"

#include "db.hpp"

namespace orders {
namespace {

constexpr auto kColumns = "id, customer, email, sku, quantity, total_cents, note, status, created_at";

Order row_to_order(const Result& result, int row) {
  Order order;
  order.id = std::stoll(PQgetvalue(result.get(), row, 0));
  order.customer = PQgetvalue(result.get(), row, 1);
  order.email = PQgetvalue(result.get(), row, 2);
  order.sku = PQgetvalue(result.get(), row, 3);
  order.quantity = std::stoi(PQgetvalue(result.get(), row, 4));
  order.total_cents = std::stoll(PQgetvalue(result.get(), row, 5));
  order.note = PQgetvalue(result.get(), row, 6);
  order.status = PQgetvalue(result.get(), row, 7);
  order.created_at = PQgetvalue(result.get(), row, 8);
  return order;
}

} // namespace

std::vector<Order> OrderRepository::list(const std::string& status, const std::string& sort) {
  std::string sql = std::string("SELECT ") + kColumns + " FROM orders";
  if (!status.empty())
    sql += " WHERE status = '" + status + "'";
  sql += " ORDER BY " + (sort.empty() ? "id" : sort);

  PooledConnection connection;
  const Result result = connection.query(sql);
  std::vector<Order> orders;
  for (int row = 0; row < PQntuples(result.get()); ++row)
    orders.push_back(row_to_order(result, row));
  return orders;
}

Order OrderRepository::find(std::int64_t id) {
  PooledConnection connection;
  const Result result =
      connection.query(std::string("SELECT ") + kColumns + " FROM orders WHERE id = $1", {std::to_string(id)});
  return row_to_order(result, 0);
}

Order OrderRepository::insert(const Order& order) {
  PooledConnection connection;
  const Result result =
      connection.query(std::string("INSERT INTO orders (customer, email, sku, quantity, total_cents, note) "
                                   "VALUES ($1, $2, $3, $4, $5, $6) RETURNING ") +
                           kColumns,
                       {order.customer, order.email, order.sku, std::to_string(order.quantity),
                        std::to_string(order.total_cents), order.note});
  return row_to_order(result, 0);
}

void OrderRepository::update(const Order& order) {
  PooledConnection connection;
  connection.query("UPDATE orders SET customer = $2, email = $3, quantity = $4, note = $5, status = $6 WHERE id = $1",
                   {std::to_string(order.id), order.customer, order.email, std::to_string(order.quantity), order.note,
                    order.status});
}

void OrderRepository::remove(std::int64_t id) {
  PooledConnection connection;
  connection.query("DELETE FROM orders WHERE id = $1", {std::to_string(id)});
}

} // namespace orders
