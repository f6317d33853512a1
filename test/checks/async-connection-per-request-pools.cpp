// Whole pools that a request makes, and the same pools made once.
// RUN: %check_async_tidy %s async-connection-per-request %t
#include <Poco/Data/SessionPool.h>
#include <Poco/Net/HTTPRequestHandler.h>
#include <crow.h>
#include <curl/curl.h>
#include <drogon/drogon.h>
#include <httplib.h>
#include <memory>
#include <mysqlx/xdevapi.h>
#include <soci/soci.h>
#include <string>

namespace {
mysqlx::Client connect_orders() {
  return mysqlx::getClient("mysqlx://root@db");
  // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: 'getClient' is created anew for every request: each one opens a whole pool of connections, and a burst opens more than the server takes [async-connection-per-request]
  // CHECK-NOTES: :[[@LINE+22]]:5: note: 'lambda' calls 'connect_orders' here
  // CHECK-NOTES: :[[@LINE+20]]:3: note: 'lambda' runs for every request: given to 'Server::Put' here
  // CHECK-NOTES: :[[@LINE-4]]:10: note: use one mysqlx::Client for the whole service: a request gets a session of it
}
} // namespace

void mysqlx_routes(httplib::Server &server, mysqlx::Client &shared) {
  server.Get("/orders", [](const httplib::Request &, httplib::Response &) {
    mysqlx::Client client("mysqlx://root@db/orders");
    // CHECK-MESSAGES: :[[@LINE-1]]:20: warning: 'Client' is created anew for every request: each one opens a whole pool of connections
    // CHECK-NOTES: :[[@LINE-3]]:3: note: 'lambda' runs for every request: given to 'Server::Get' here
    // CHECK-NOTES: :[[@LINE-3]]:20: note: use one mysqlx::Client for the whole service: a request gets a session of it
    client.getSession().startTransaction();
  });
  server.Patch("/orders", [](const httplib::Request &, httplib::Response &) {
    mysqlx::Client client = mysqlx::getClient("mysqlx://root@db/orders");
    // CHECK-MESSAGES: :[[@LINE-1]]:29: warning: 'getClient' is created anew for every request: each one opens a whole pool of connections
    // CHECK-NOTES: :[[@LINE-3]]:3: note: 'lambda' runs for every request: given to 'Server::Patch' here
    // CHECK-NOTES: :[[@LINE-3]]:29: note: use one mysqlx::Client for the whole service: a request gets a session of it
    client.getSession().commit();
  });
  server.Put("/orders", [](const httplib::Request &, httplib::Response &) {
    connect_orders().getSession().commit();
  });
  server.Post("/orders", [&](const httplib::Request &, httplib::Response &) {
    mysqlx::Session session = shared.getSession();
    session.commit();
  });
}

// All transfers of one request, and the connections of none but this.
static void fetch_all(CURL *first, CURL *second) {
  CURLM *multi = curl_multi_init();
  // CHECK-MESSAGES: :[[@LINE-1]]:18: warning: 'curl_multi_init' is created anew for every request: each one opens a whole pool of connections
  // CHECK-NOTES: :[[@LINE+24]]:5: note: 'lambda' calls 'fetch_all' here
  // CHECK-NOTES: :[[@LINE+22]]:3: note: 'lambda' runs for every request: given to 'TaggedRule::operator()' here
  // CHECK-NOTES: :[[@LINE-4]]:18: note: use one multi handle for all transfers of a thread
  int running = 0;
  curl_multi_add_handle(multi, first);
  curl_multi_add_handle(multi, second);
  curl_multi_perform(multi, &running);
  curl_multi_cleanup(multi);
}

class Fetcher {
public:
  Fetcher() : multi(curl_multi_init()) {}
  Fetcher(const Fetcher &) = delete;
  ~Fetcher() { curl_multi_cleanup(multi); }
  void add(CURL *transfer) { curl_multi_add_handle(multi, transfer); }

private:
  CURLM *multi;
};

void curl_routes(crow::SimpleApp &app, Fetcher &fetcher, CURL *prices,
                 CURL *stock) {
  CROW_ROUTE(app, "/overview")([=] {
    fetch_all(prices, stock);
    return crow::response(200);
  });
  CROW_ROUTE(app, "/prices")([&fetcher, prices] {
    fetcher.add(prices);
    return crow::response(200);
  });
}

constexpr std::size_t PoolSize = 4;

static void fill(soci::connection_pool &pool) {
  for (std::size_t i = 0; i < PoolSize; ++i)
    pool.at(i).open("postgresql://host=db connect_timeout=3");
}

soci::connection_pool &pool_of_start() {
  static soci::connection_pool pool(PoolSize);
  fill(pool);
  return pool;
}

class SociController : public drogon::HttpSimpleController<SociController> {
public:
  void
  asyncHandleHttpRequest(const drogon::HttpRequestPtr &,
                         std::function<void(const drogon::HttpResponsePtr &)>
                             &&callback) override {
    soci::connection_pool pool(PoolSize);
    // CHECK-MESSAGES: :[[@LINE-1]]:27: warning: 'connection_pool' is created anew for every request: each one opens a whole pool of connections
    // CHECK-NOTES: :[[@LINE-5]]:3: note: 'SociController::asyncHandleHttpRequest' runs for every request: it overrides 'HttpSimpleControllerBase::asyncHandleHttpRequest'
    // CHECK-NOTES: :[[@LINE-3]]:27: note: use one soci::connection_pool for the whole service: soci::session(pool) leases a connection of it
    fill(pool);
    soci::session session(pool);
    callback(drogon::HttpResponse::newHttpResponse());
  }
};

// Fills the pool at the first request, and leases from it at each.
class Reports {
public:
  void run() {
    if (!pool) {
      pool = std::make_unique<soci::connection_pool>(PoolSize);
      fill(*pool);
    }
    soci::session session(*pool);
  }

private:
  std::unique_ptr<soci::connection_pool> pool;
};

void report_routes(crow::SimpleApp &app, Reports &reports) {
  CROW_ROUTE(app, "/reports")([&reports] {
    reports.run();
    return crow::response(200);
  });
}

class PocoHandler : public Poco::Net::HTTPRequestHandler {
public:
  void handleRequest(Poco::Net::HTTPServerRequest &,
                     Poco::Net::HTTPServerResponse &) override {
    Poco::Data::SessionPool pool("PostgreSQL", "host=db", 1, 4);
    // CHECK-MESSAGES: :[[@LINE-1]]:29: warning: 'SessionPool' is created anew for every request: each one opens a whole pool of connections
    // CHECK-NOTES: :[[@LINE-4]]:8: note: 'PocoHandler::handleRequest' runs for every request: it overrides 'HTTPRequestHandler::handleRequest'
    // CHECK-NOTES: :[[@LINE-3]]:29: note: use one Poco::Data::SessionPool for the whole service: a request gets a session of it
    Poco::Data::Session session(pool.get());
    session.begin();
  }
};

class SharedHandler : public Poco::Net::HTTPRequestHandler {
public:
  explicit SharedHandler(Poco::Data::SessionPool &pool) : pool(pool) {}
  void handleRequest(Poco::Net::HTTPServerRequest &,
                     Poco::Net::HTTPServerResponse &) override {
    Poco::Data::Session session(pool.get());
    session.begin();
  }

private:
  Poco::Data::SessionPool &pool;
};

void poco_for_all(const std::string &where) {
  Poco::Data::SessionPool pool("PostgreSQL", where);
  SharedHandler handler(pool);
}
