// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "audit_log.hpp"

#include "config.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <libpq-fe.h>

#include <ctime>
#include <fstream>
#include <iostream>

namespace asio = boost::asio;

namespace orders {
namespace {

asio::thread_pool audit_workers;

PGconn* audit_connection() {
  static PGconn* connection = PQconnectdb(config().conninfo.c_str());
  return connection;
}

} // namespace

asio::awaitable<void> audit(std::string action, std::int64_t order_id) {
  std::ofstream log(config().data_dir + "/audit.log", std::ios::app);
  log << std::time(nullptr) << ' ' << action << ' ' << order_id << '\n';
  co_await audit_to_database(std::move(action), order_id);
}

asio::awaitable<void> audit_to_database(std::string action, std::int64_t order_id) {
  co_await asio::co_spawn(
      audit_workers,
      [action = std::move(action), id = std::to_string(order_id)]() -> asio::awaitable<void> {
        const char* values[] = {action.c_str(), id.c_str()};
        PGresult* result = PQexecParams(audit_connection(), "INSERT INTO audit (action, order_id) VALUES ($1, $2)", 2,
                                        nullptr, values, nullptr, nullptr, 0);
        if (PQresultStatus(result) != PGRES_COMMAND_OK)
          std::clog << "audit: " << PQresultErrorMessage(result);
        PQclear(result);
        co_return;
      },
      asio::use_awaitable);
}

} // namespace orders
