// What is made while a request runs, and kept for the next ones: silent.
// RUN: %check_async_tidy %s async-connection-per-request %t
#include <crow.h>
#include <httplib.h>
#include <memory>
#include <mutex>
#include <optional>
#include <pqxx/pqxx>
#include <sw/redis++/redis++.h>
#include <vector>

namespace {
// Lazily filled statics.
std::unique_ptr<sw::redis::Redis> lazy;
std::optional<pqxx::connection> maybe;
std::once_flag once;
sw::redis::Redis &redis() {
  static sw::redis::Redis only("tcp://cache:6379");
  return only;
}
pqxx::connection &of_thread() {
  thread_local pqxx::connection conn("host=db");
  return conn;
}

// A pool of the program's own: acquire and reconnect.
class Pool {
public:
  std::unique_ptr<pqxx::connection> acquire() {
    if (free.empty())
      return std::make_unique<pqxx::connection>("host=db");
    auto one = std::move(free.back());
    free.pop_back();
    return one;
  }
  void reconnect() { free.push_back(connect()); }

private:
  std::unique_ptr<pqxx::connection> connect() {
    return std::make_unique<pqxx::connection>("host=db");
  }
  std::vector<std::unique_ptr<pqxx::connection>> free;
};

// A member that is made when it is first needed.
class Store {
public:
  pqxx::connection &db() {
    if (!conn)
      conn = std::make_unique<pqxx::connection>("host=db");
    return *conn;
  }
  void reset() { conn.reset(new pqxx::connection("host=db")); }

private:
  std::unique_ptr<pqxx::connection> conn;
};
} // namespace

// Called before main too.
static std::size_t ping() {
  pqxx::connection conn("host=db");
  return sizeof conn;
}
static const std::size_t reachable = ping();

void routes(crow::SimpleApp &app, Pool &pool, Store &store) {
  CROW_ROUTE(app, "/statics")([] {
    ping();
    redis();
    of_thread();
    static pqxx::connection here("host=db");
    thread_local httplib::Client client("http://billing");
    if (!lazy)
      lazy = std::make_unique<sw::redis::Redis>("tcp://cache:6379");
    if (!maybe)
      maybe.emplace("host=db");
    std::call_once(once, [] { lazy.reset(new sw::redis::Redis("tcp://c")); });
    return crow::response(200);
  });
  CROW_ROUTE(app, "/pool")([&] {
    auto conn = pool.acquire();
    pool.reconnect();
    store.db();
    store.reset();
    return crow::response(200);
  });
  CROW_ROUTE(app, "/one")([&] {
    // Here it isn't kept.
    auto conn = std::make_unique<pqxx::connection>("host=db");
    // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: {{.*}} is created anew for every request
    pqxx::connection moved = std::move(*conn);
    return crow::response(200);
  });
}

// No handler: a test, a tool.
void test_body() { pqxx::connection conn("host=db"); }
int main() {
  sw::redis::Redis at_start("tcp://cache:6379");
  pqxx::connection conn("host=db");
}
