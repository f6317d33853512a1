// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "config.hpp"
#include "handlers.hpp"

#include <libpq-fe.h>

namespace asio = boost::asio;

namespace orders {
namespace {

asio::awaitable<Response> healthz(const Request&, const Parameters&) {
  PGconn* connection = PQconnectdb(config().conninfo.c_str());
  PGresult* result = PQexec(connection, "SELECT 1");
  const bool up = PQresultStatus(result) == PGRES_TUPLES_OK;
  PQclear(result);
  PQfinish(connection);
  co_return json_response(http::status::ok, up ? R"({"database":"up"})" : R"({"database":"down"})");
}

asio::awaitable<Response> metrics(const Request&, const Parameters&) {
  co_return json_response(http::status::ok, nlohmann::json(request_counts()).dump());
}

} // namespace

void register_health_routes(Router& router) {
  router.add(http::verb::get, "/healthz", healthz);
  router.add(http::verb::get, "/metrics", metrics);
}

} // namespace orders
