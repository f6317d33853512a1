// One handler for each framework.
// RUN: %check_async_tidy %s async-connection-per-request %t
#include <Poco/Net/HTTPRequestHandler.h>
#include <cinatra/coro_http_server.hpp>
#include <cpprest/http_listener.h>
#include <crow.h>
#include <httplib.h>
#include <oatpp/macro/codegen.hpp>
#include <oatpp/web/server/api/ApiController.hpp>
#include <pqxx/pqxx>
#include <userver/server/handlers/http_handler_base.hpp>

void crow_routes(crow::SimpleApp &app) {
  CROW_ROUTE(app, "/orders")([] {
    pqxx::connection conn("host=db");
    // CHECK-MESSAGES: :[[@LINE-1]]:22: warning: 'connection' is created anew for every request: each one pays for the connection, and a burst opens more than the server takes [async-connection-per-request]
    // CHECK-NOTES: note: {{.*}} runs for every request: given to {{.*}} here
    // CHECK-NOTES: :[[@LINE-3]]:22: note: use a few connections opened at start-up and handed out one at a time: libpqxx has no pool of its own
    return crow::response(200);
  });
  app.catchall_route()([](crow::response &) {
    pqxx::connection conn("host=db");
    // CHECK-MESSAGES: :[[@LINE-1]]:22: warning: 'connection' is created anew for every request
  });
  app.websocket_route("/live").onmessage(
      [](crow::websocket::connection &, const std::string &, bool) {
        pqxx::connection conn("host=db");
        // CHECK-MESSAGES: :[[@LINE-1]]:26: warning: 'connection' is created anew for every request
      });
}

void httplib_routes(httplib::Server &server) {
  server.Get("/orders", [](const httplib::Request &, httplib::Response &) {
    // Of level strict: without keep-alive a shared client connects each time too.
    httplib::Client billing("http://billing");
  });
  server.set_logger([](const httplib::Request &, const httplib::Response &) {
    pqxx::connection conn("host=db");
    // CHECK-MESSAGES: :[[@LINE-1]]:22: warning: 'connection' is created anew for every request
  });
}

class OrdersHandler : public userver::server::handlers::HttpHandlerBase {
protected:
  std::string
  HandleRequestThrow(const userver::server::http::HttpRequest &,
                     userver::server::request::RequestContext &) const override {
    pqxx::connection conn("host=db");
    // CHECK-MESSAGES: :[[@LINE-1]]:22: warning: 'connection' is created anew for every request
    return "";
  }
};

class OatController : public oatpp::web::server::api::ApiController {
public:
  using __ControllerType = OatController;
  ENDPOINT_ASYNC("GET", "/orders", Orders) {
  public:
    oatpp::async::Action act() override {
      pqxx::connection conn("host=db");
      // CHECK-MESSAGES: :[[@LINE-1]]:24: warning: 'connection' is created anew for every request
      return _return(controller->createResponse(200));
    }
  };
};

class PocoHandler : public Poco::Net::HTTPRequestHandler {
public:
  void handleRequest(Poco::Net::HTTPServerRequest &,
                     Poco::Net::HTTPServerResponse &) override {
    pqxx::connection conn("host=db");
    // CHECK-MESSAGES: :[[@LINE-1]]:22: warning: 'connection' is created anew for every request
  }
};

// One of its own, and yet another for each request.
class CountHandler : public Poco::Net::HTTPRequestHandler {
public:
  void handleRequest(Poco::Net::HTTPServerRequest &,
                     Poco::Net::HTTPServerResponse &) override {
    pqxx::connection conn("host=db");
    // CHECK-MESSAGES: :[[@LINE-1]]:22: warning: 'connection' is created anew for every request
  }

private:
  pqxx::connection Kept;
};
