// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "config.hpp"
#include "handlers.hpp"
#include "server.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <libpq-fe.h>

#include <iostream>
#include <thread>
#include <vector>

namespace asio = boost::asio;

namespace {

bool schema_is_current(const std::string& conninfo) {
  PGconn* connection = PQconnectdb(conninfo.c_str());
  PGresult* result = PQexec(connection, "SELECT 1 FROM orders, audit LIMIT 1");
  const bool current = PQresultStatus(result) == PGRES_TUPLES_OK;
  PQclear(result);
  return current;
}

} // namespace

int main() {
  const auto& config = orders::config();
  if (!schema_is_current(config.conninfo))
    std::clog << "warning: the database schema is missing or out of date\n";

  orders::OrderRepository repository;
  orders::InventoryClient inventory(config.inventory_host, config.inventory_port);
  orders::OrderService service(repository, inventory);

  orders::Router router;
  orders::register_order_routes(router, service);
  orders::register_attachment_routes(router);
  orders::register_report_routes(router, service);
  orders::register_health_routes(router);

  asio::io_context io(config.threads);
  asio::io_context::work keep_running(io);
  asio::ip::tcp::acceptor acceptor(io, {asio::ip::make_address(config.address), config.port});
  std::cout << "listening on " << acceptor.local_endpoint() << std::endl;
  asio::co_spawn(io, orders::serve(acceptor, router), asio::detached);

  std::vector<std::jthread> threads;
  for (int i = 1; i < config.threads; ++i)
    threads.emplace_back([&io] { io.run(); });
  io.run();
}
