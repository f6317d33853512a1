// RUN: %check_async_tidy %s async-blocking-call %t
#include <App.h>
#include <concurrencpp/concurrencpp.h>
#include <crow.h>
#include <fstream>
#include <libpq-fe.h>
#include <oatpp/macro/codegen.hpp>
#include <oatpp/web/server/api/ApiController.hpp>
#include <string>
#include <workflow/WFFacilities.h>
#include <workflow/WFTaskFactory.h>

void crow_handlers(crow::SimpleApp &App, PGconn *C) {
  CROW_ROUTE(App, "/orders")
  ([C] {
    PQexec(C, "select 1");
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'PQexec' blocks the event loop: it waits for the database [async-blocking-call]
    return "orders";
  });
  CROW_ROUTE(App, "/orders").methods(crow::HTTPMethod::Patch)([C](const crow::request &) {
    PQexec(C, "update orders");
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'PQexec' blocks the event loop: it waits for the database [async-blocking-call]
    return crow::response(200);
  });
  CROW_WEBSOCKET_ROUTE(App, "/live").onmessage([C](crow::websocket::connection &, const std::string &, bool) {
    PQexec(C, "select 2");
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'PQexec' blocks the event loop: it waits for the database [async-blocking-call]
  });
}

void uwebsockets_handlers(PGconn *C) {
  uWS::App().get("/orders", [C](auto *Answer, auto *) {
    PQexec(C, "select 1");
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'PQexec' blocks the event loop: it waits for the database [async-blocking-call]
    Answer->end("orders");
  });
}

class Orders : public oatpp::web::server::api::ApiController {
public:
  typedef Orders __ControllerType;

  ENDPOINT_ASYNC("GET", "/orders", List) {
    ENDPOINT_ASYNC_INIT(List)
    oatpp::async::Action act() override {
      PQexec(nullptr, "select 1");
      // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: 'PQexec' blocks the event loop: it waits for the database [async-blocking-call]
      return finish();
    }
  };

  ENDPOINT("GET", "/report", report) {
    PQexec(nullptr, "select 1");
    return createResponse(200);
  }
};

void workflow_callbacks(PGconn *C) {
  WFTaskFactory::create_timer_task(1, 0, [C](WFTimerTask *) {
    PQexec(C, "select 1");
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'PQexec' blocks the event loop: it waits for the database [async-blocking-call]
  });
  WFFacilities::go("database", [C] { PQexec(C, "select 2"); });
}

concurrencpp::result<void> concurrencpp_coroutine(concurrencpp::runtime &Runtime, PGconn *C) {
  PQexec(C, "select 1");
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'PQexec' blocks the event loop: it waits for the database [async-blocking-call]
  co_await Runtime.background_executor()->submit([C] { PQexec(C, "select 2"); });
}
