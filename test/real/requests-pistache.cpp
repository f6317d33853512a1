// RUN: %check_async_tidy %s async-connection-per-request %t --real -std=c++17 -- -fdelayed-template-parsing
// This version's headers have a mistake in a template that nobody instantiates.
#include <postgresql/libpq-fe.h>
#include <pistache/endpoint.h>
#include <pistache/router.h>

using namespace Pistache;

struct Handler : public Http::Handler {
  HTTP_PROTOTYPE(Handler)
  void onRequest(const Http::Request &, Http::ResponseWriter response) override {
    PGconn *conn = PQconnectdb("host=db");
    // CHECK-MESSAGES: :[[@LINE-1]]:20: warning: 'PQconnectdb' is created anew for every request
    PQfinish(conn);
    response.send(Http::Code::Ok);
  }
};

struct Service {
  void list(const Rest::Request &, Http::ResponseWriter response) {
    PGconn *conn = PQconnectdb("host=db");
    // CHECK-MESSAGES: :[[@LINE-1]]:20: warning: 'PQconnectdb' is created anew for every request
    PQfinish(conn);
    response.send(Http::Code::Ok);
  }
  static void at_start() { PQfinish(PQconnectdb("host=db")); }
  void routes(Rest::Router &router) {
    at_start();
    Rest::Routes::Get(router, "/orders", Rest::Routes::bind(&Service::list, this));
  }
};
