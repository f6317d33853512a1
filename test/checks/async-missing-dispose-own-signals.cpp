// Frameworks that handle SIGTERM by themselves are told to end by it.
// RUN: %check_async_tidy %s async-missing-dispose %t -- -DSEASTAR
// RUN: %check_async_tidy %s async-missing-dispose %t -- -DUSERVER
// RUN: %check_async_tidy %s async-missing-dispose %t -- -DLITHIUM
// RUN: %check_async_tidy %s async-missing-dispose %t -- -DCROW
// RUN: %check_async_tidy %s async-missing-dispose %t -- -DDROGON

#ifdef SEASTAR
#include <seastar/core/coroutine.hh>
#include <seastar/http/httpd.hh>
static seastar::future<> serve() {
  seastar::httpd::http_server_control server;
  co_await server.start();
  co_await server.listen(seastar::socket_address(8080));
}
int main(int argc, char **argv) {
  seastar::app_template app;
  return app.run(argc, argv, [] { return serve(); });
}
#elif defined(USERVER)
#include <userver/server/handlers/http_handler_base.hpp>
#include <userver/utils/daemon_run.hpp>
class Hello : public userver::server::handlers::HttpHandlerBase {
protected:
  std::string HandleRequestThrow(
      const userver::server::http::HttpRequest &,
      userver::server::request::RequestContext &) const override {
    return "hello";
  }
};
int main(int argc, char **argv) {
  return userver::utils::DaemonMain(
      argc, argv,
      userver::components::MinimalServerComponentList().Append<Hello>());
}
#elif defined(LITHIUM)
#include <lithium_http_server.hh>
int main() {
  li::http_api api;
  api.get("/") = [](li::http_request &, li::http_response &response) {
    response.write("hello");
  };
  li::http_serve(api, 8080);
}
#elif defined(CROW)
#include <crow.h>
int main() {
  crow::SimpleApp app;
  CROW_ROUTE(app, "/")([] { return crow::response(200); });
  auto done = app.port(8080).run_async();
  done.wait();
}
#elif defined(DROGON)
#include <drogon/drogon.h>
int main() {
  drogon::app().setIntSignalHandler([] { drogon::app().quit(); });
  drogon::app().setTermSignalHandler([] { drogon::app().quit(); });
  drogon::app().run();
}
#endif
