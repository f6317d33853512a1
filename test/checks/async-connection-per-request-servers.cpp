// Servers whose handlers look different: methods, proxies, streams, functions.
// RUN: %check_async_tidy %s async-connection-per-request %t
#include <App.h>
#include <cinatra/coro_http_server.hpp>
#include <cpprest/http_listener.h>
#include <grpcpp/grpcpp.h>
#include <hiredis/hiredis.h>
#include <memory>
#include <oatpp/macro/codegen.hpp>
#include <oatpp/web/server/api/ApiController.hpp>
#include <pqxx/pqxx>
#include <seastar/core/coroutine.hh>
#include <seastar/http/function_handlers.hh>
#include <seastar/http/routes.hh>
#include <workflow/WFHttpServer.h>

class Orders {
public:
  explicit Orders(pqxx::connection &shared) : shared(shared) {}
  void count() { pqxx::work transaction(shared); }

private:
  pqxx::connection &shared;
};

// The endpoint is called by what the macro registers.
class OrdersController : public oatpp::web::server::api::ApiController {
public:
  typedef OrdersController __ControllerType;
  explicit OrdersController(Orders &orders) : orders(orders) {}

  ENDPOINT("GET", "/orders", list) {
    pqxx::connection conn("host=db connect_timeout=3");
    // CHECK-MESSAGES: :[[@LINE-1]]:22: warning: 'connection' is created anew for every request: each one pays for the connection, and a burst opens more than the server takes [async-connection-per-request]
    // CHECK-NOTES: :[[@LINE-3]]:3: note: 'OrdersController::Proxy_list' calls 'OrdersController::list' here
    // CHECK-NOTES: :[[@LINE-4]]:3: note: 'OrdersController::Proxy_list' runs for every request: given to 'Handler::createShared' here
    return createResponse(200);
  }
  ENDPOINT("GET", "/kept", kept) {
    orders.count();
    return createResponse(200);
  }

private:
  Orders &orders;
};

// A client sends one order after the other.
class Upload : public grpc::ServerReadReactor<std::string> {
public:
  Upload() { StartRead(&order); }
  void OnReadDone(bool ok) override {
    redisContext *cache = redisConnectWithTimeout("cache", 6379, {3, 0});
    // CHECK-MESSAGES: :[[@LINE-1]]:27: warning: 'redisConnectWithTimeout' is created anew for every request
    // CHECK-NOTES: :[[@LINE-3]]:8: note: 'Upload::OnReadDone' runs for every request: it overrides 'ServerReadReactor::OnReadDone'
    redisFree(cache);
    if (ok)
      StartRead(&order);
    else
      Finish(grpc::Status::OK);
  }
  void OnDone() override { delete this; }

private:
  std::string order;
};

void cinatra_routes(cinatra::coro_http_server &server) {
  server
      .set_http_handler<cinatra::http_method::GET, cinatra::http_method::PATCH>(
          "/orders", [](cinatra::coro_http_request &,
                        cinatra::coro_http_response &response) {
            pqxx::connection conn("host=db connect_timeout=3");
            // CHECK-MESSAGES: :[[@LINE-1]]:30: warning: 'connection' is created anew for every request
            // CHECK-NOTES: :[[@LINE-6]]:3: note: 'lambda' runs for every request: given to 'coro_http_server::set_http_handler' here
            response.set_status_and_content(cinatra::status_type::ok);
          });
  server.set_default_handler(
      [](cinatra::coro_http_request &, cinatra::coro_http_response &response)
          -> async_simple::coro::Lazy<void> {
        pqxx::connection conn("host=db connect_timeout=3");
        // CHECK-MESSAGES: :[[@LINE-1]]:26: warning: 'connection' is created anew for every request
        // CHECK-NOTES: :[[@LINE-5]]:3: note: 'lambda' runs for every request: given to 'coro_http_server::set_default_handler' here
        response.set_status_and_content(cinatra::status_type::not_found);
        co_return;
      });
}

namespace {
void audit(const web::http::http_request &request) {
  pqxx::connection conn("host=db connect_timeout=3");
  // CHECK-MESSAGES: :[[@LINE-1]]:20: warning: 'connection' is created anew for every request
  // CHECK-NOTES: :[[@LINE+8]]:3: note: 'audit' runs for every request: given to 'http_listener::support' here
  pqxx::work transaction(conn);
  request.reply(200);
}
} // namespace

void cpprest_routes(web::http::experimental::listener::http_listener &listener,
                    pqxx::connection &shared) {
  listener.support("PATCH", audit);
  listener.support([&shared](web::http::http_request request) {
    pqxx::work transaction(shared);
    // Runs after the answer has gone out, once for each request as well.
    request.reply(404).then(
        [] { pqxx::connection conn("host=log connect_timeout=3"); });
        // CHECK-MESSAGES: :[[@LINE-1]]:31: warning: 'connection' is created anew for every request
        // CHECK-NOTES: :[[@LINE-3]]:5: note: 'lambda' has 'lambda' run here
        // CHECK-NOTES: :[[@LINE-7]]:3: note: 'lambda' runs for every request: given to 'http_listener::support' here
  });
}

void uws_routes(uWS::App &app) {
  app.get("/orders",
          [](uWS::HttpResponse<false> *response, uWS::HttpRequest *) {
            pqxx::connection conn("host=db connect_timeout=3");
            // CHECK-MESSAGES: :[[@LINE-1]]:30: warning: 'connection' is created anew for every request
            // CHECK-NOTES: :[[@LINE-4]]:3: note: 'lambda' runs for every request: given to 'TemplatedApp::get' here
            response->end("[]");
          })
      .patch("/orders/:id",
             [](auto *response, auto *) {
               response->onData([response](std::string_view, bool last) {
                 if (!last)
                   return;
                 pqxx::connection conn("host=db connect_timeout=3");
                 // CHECK-MESSAGES: :[[@LINE-1]]:35: warning: 'connection' is created anew for every request
                 // CHECK-NOTES: :[[@LINE-5]]:16: note: 'lambda' runs for every request: given to 'HttpResponse::onData' here
                 response->end();
               });
             })
      .any("/*", [](auto *response, auto *) {
        static thread_local pqxx::connection conn("host=db connect_timeout=3");
        response->end();
      });
}

struct Peer {
  std::unique_ptr<pqxx::connection> own;
};

void uws_sockets(uWS::App &app) {
  app.ws<Peer>("/live",
               {.idleTimeout = 30,
                .message = [](auto *peer, std::string_view text, uWS::OpCode code) {
                  pqxx::connection conn("host=db connect_timeout=3");
                  // CHECK-MESSAGES: :[[@LINE-1]]:36: warning: 'connection' is created anew for every request
                  // CHECK-NOTES: :[[@LINE-5]]:3: note: 'lambda' runs for every request: given to 'TemplatedApp::ws' here
                  peer->send(text, code);
                }});
  // One for each peer, for as long as it stays.
  app.ws<Peer>("/private", {.open = [](auto *peer) {
                 peer->getUserData()->own = std::make_unique<pqxx::connection>("host=db connect_timeout=3");
               }});
}

class ListOrders : public seastar::httpd::handler_base {
public:
  seastar::future<std::unique_ptr<seastar::http::reply>>
  handle(const seastar::sstring &, std::unique_ptr<seastar::http::request>,
         std::unique_ptr<seastar::http::reply> reply) override {
    pqxx::connection conn("host=db connect_timeout=3");
    // CHECK-MESSAGES: :[[@LINE-1]]:22: warning: 'connection' is created anew for every request
    // CHECK-NOTES: :[[@LINE-4]]:3: note: 'ListOrders::handle' runs for every request: it overrides 'handler_base::handle'
    reply->write_body("json", "[]");
    co_return std::move(reply);
  }
};

void seastar_routes(seastar::httpd::routes &routes) {
  routes.add(seastar::httpd::GET, seastar::httpd::url("/orders"),
             new ListOrders);
  routes.put(seastar::httpd::PATCH, "/orders",
             new seastar::httpd::function_handler(
                 [](seastar::httpd::const_req) -> seastar::sstring {
                   redisContext *cache =
                       redisConnectWithTimeout("cache", 6379, {3, 0});
                       // CHECK-MESSAGES: :[[@LINE-1]]:24: warning: 'redisConnectWithTimeout' is created anew for every request
                       // CHECK-NOTES: :[[@LINE-5]]:18: note: 'lambda' runs for every request: given to 'function_handler' here
                   redisFree(cache);
                   return "";
                 },
                 "txt"));
}

class Reports {
public:
  void get(cinatra::coro_http_request &, cinatra::coro_http_response &) {
    pqxx::connection conn("host=reports connect_timeout=3");
    // CHECK-MESSAGES: :[[@LINE-1]]:22: warning: 'connection' is created anew for every request
    // CHECK-NOTES: :{{[0-9]+}}:{{[0-9]+}}: note: 'Reports::get' runs for every request: given to 'coro_http_server::set_http_handler' here
  }
};

void cinatra_methods(cinatra::coro_http_server &server, Reports &reports) {
  server.set_http_handler<cinatra::http_method::GET>("/reports", &Reports::get, reports);
}

static void answer(WFHttpTask *task, const std::string &body) {
  pqxx::connection conn("host=db connect_timeout=3");
  // CHECK-MESSAGES: :[[@LINE-1]]:20: warning: 'connection' is created anew for every request
  // CHECK-NOTES: :{{[0-9]+}}:{{[0-9]+}}: note: 'answer' runs for every request: given to 'WFServer' here
  task->get_resp()->append_output_body(body);
}

WFHttpServer bound(const std::string &body) {
  return WFHttpServer(std::bind(answer, std::placeholders::_1, body));
}

int main() {
  pqxx::connection conn("host=db connect_timeout=3");
  Orders orders(conn);
  OrdersController controller(orders);
  WFHttpServer server([&orders](WFHttpTask *task) {
    orders.count();
    redisContext *cache = redisConnectWithTimeout("cache", 6379, {3, 0});
    // CHECK-MESSAGES: :[[@LINE-1]]:27: warning: 'redisConnectWithTimeout' is created anew for every request
    // CHECK-NOTES: :[[@LINE-4]]:16: note: 'lambda' runs for every request: given to 'WFServer' here
    redisFree(cache);
    task->get_resp()->append_output_body("[]");
  });
  server.start(8080);
  server.wait_finish();
}
