// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "handlers.hpp"

namespace asio = boost::asio;

namespace orders {
namespace {

asio::awaitable<Response> healthz(Pool& pool) {
  co_await pool.query("SELECT 1", {}); // throws when the database is away
  co_return json_response(http::status::ok, R"({"database":"up"})");
}

asio::awaitable<Response> metrics(const Router& router, const Pool& pool, const TaskGroup& sessions,
                                  const TaskGroup& tasks) {
  const nlohmann::json body = {{"requests", router.request_counts()},
                               {"connections", {{"idle", pool.idle()}, {"in_use", pool.in_use()}}},
                               {"sessions", sessions.size()},
                               {"tasks", tasks.size()}};
  co_return json_response(http::status::ok, body.dump());
}

} // namespace

void register_health_routes(Router& router, Pool& pool, const TaskGroup& sessions, const TaskGroup& tasks) {
  router.add(http::verb::get, "/healthz", [&](Request&, const Parameters&) { return healthz(pool); });
  router.add(http::verb::get, "/metrics",
             [&](Request&, const Parameters&) { return metrics(router, pool, sessions, tasks); });
}

} // namespace orders
