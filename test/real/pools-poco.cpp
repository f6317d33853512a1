// RUN: %check_async_tidy %s async-module-level-pool,async-missing-pool-parameters,async-missing-dispose,async-connection-per-request %t --real --no-fix
#include <Poco/Data/Session.h>
#include <Poco/Data/SessionPool.h>
#include <Poco/MongoDB/Connection.h>
#include <Poco/Net/HTTPClientSession.h>
#include <Poco/Net/HTTPRequestHandler.h>
#include <Poco/Redis/Client.h>
#include <Poco/ThreadPool.h>
#include <memory>
#include <string>

Poco::Data::SessionPool orders("PostgreSQL", "host=db dbname=orders", 1, 8);
// CHECK-MESSAGES: :[[@LINE-1]]:25: warning: 'orders' keeps a pool ('Poco::Data::SessionPool') at namespace scope: it is made before main, without configuration, and closed after main, when the event loop is gone [async-module-level-pool]
static Poco::Redis::Client cache;
// CHECK-MESSAGES: :[[@LINE-1]]:28: warning: 'cache' keeps a connection ('Poco::Redis::Client') at namespace scope
static std::unique_ptr<Poco::Data::SessionPool> late;
// CHECK-MESSAGES: :[[@LINE-1]]:49: warning: 'late' keeps a pool ('Poco::Data::SessionPool') at namespace scope
// CHECK-NOTES: :[[@LINE+52]]:10: note: 'main' fills it here
// Its threads outlive main, which is of level strict.
static Poco::ThreadPool workers(2, 4);

namespace {
class Connecting : public Poco::Net::HTTPRequestHandler {
public:
  void handleRequest(Poco::Net::HTTPServerRequest &,
                     Poco::Net::HTTPServerResponse &) override {
    Poco::Data::Session database("PostgreSQL", "host=db dbname=orders");
    // CHECK-MESSAGES: :[[@LINE-1]]:25: warning: 'Session' is created anew for every request
    // CHECK-NOTES: :[[@LINE-4]]:8: note: 'Connecting::handleRequest' runs for every request: it overrides 'HTTPRequestHandler::handleRequest'
    // CHECK-NOTES: :[[@LINE-3]]:25: note: use pool.get() of one Poco::Data::SessionPool for the whole service
    Poco::Data::SessionPool pool("PostgreSQL", "host=db dbname=orders");
    // CHECK-MESSAGES: :[[@LINE-1]]:29: warning: 'SessionPool' is created anew for every request
    // CHECK-NOTES: :[[@LINE-8]]:8: note: 'Connecting::handleRequest' runs for every request: it overrides 'HTTPRequestHandler::handleRequest'
    // CHECK-NOTES: :[[@LINE-3]]:29: note: use one Poco::Data::SessionPool for the whole service: a request gets a session of it
    Poco::Redis::Client redis("cache", 6379);
    // CHECK-MESSAGES: :[[@LINE-1]]:25: warning: 'Client' is created anew for every request
    // CHECK-NOTES: :[[@LINE-12]]:8: note: 'Connecting::handleRequest' runs for every request: it overrides 'HTTPRequestHandler::handleRequest'
    // CHECK-NOTES: :[[@LINE-3]]:25: note: use a Poco::ObjectPool of Poco::Redis::Client, and a Poco::Redis::PooledConnection for each request
    Poco::MongoDB::Connection mongo("documents", 27017);
    // CHECK-MESSAGES: :[[@LINE-1]]:31: warning: 'Connection' is created anew for every request
    // CHECK-NOTES: :[[@LINE-16]]:8: note: 'Connecting::handleRequest' runs for every request: it overrides 'HTTPRequestHandler::handleRequest'
    // CHECK-NOTES: :[[@LINE-3]]:31: note: use a Poco::ObjectPool of Poco::MongoDB::Connection, and a Poco::MongoDB::PooledConnection for each request
    Poco::ThreadPool threads;
    // CHECK-MESSAGES: :[[@LINE-1]]:22: warning: 'ThreadPool' is created anew for every request
    // CHECK-NOTES: :[[@LINE-20]]:8: note: 'Connecting::handleRequest' runs for every request: it overrides 'HTTPRequestHandler::handleRequest'
    // CHECK-NOTES: :[[@LINE-3]]:22: note: use one Poco::ThreadPool that main owns, or Poco::ThreadPool::defaultPool()
    // Of level strict: it connects for each request all the same.
    Poco::Net::HTTPClientSession billing("billing", 80);
  }
};

class Leasing : public Poco::Net::HTTPRequestHandler {
public:
  explicit Leasing(Poco::Data::SessionPool &pool) : pool(pool) {}
  void handleRequest(Poco::Net::HTTPServerRequest &,
                     Poco::Net::HTTPServerResponse &) override {
    Poco::Data::Session database(pool.get());
    Poco::Data::Session copy = database;
    Poco::Redis::Client none;
    database.begin();
    database.commit();
  }

private:
  Poco::Data::SessionPool &pool;
};
} // namespace

int main(int, char **argv) {
  late = std::make_unique<Poco::Data::SessionPool>("MySQL", argv[1]);
  auto *documents = new Poco::MongoDB::Connection("documents", 27017);
  // CHECK-MESSAGES: :[[@LINE-1]]:25: warning: 'Poco::MongoDB::Connection' is made with 'new'
  // CHECK-NOTES: :[[@LINE-2]]:25: note: it is made when the service starts, and nothing ends it at shutdown
  auto *counted = new Poco::Redis::Client("cache", 6379);
  Connecting connecting;
  Leasing leasing(*late);
  delete counted;
  return documents->address().port() == 0;
}
