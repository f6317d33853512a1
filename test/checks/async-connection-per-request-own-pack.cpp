// A project's own pack, or the annotation of its class, says what a request shouldn't make.
// RUN: %check_async_tidy %s async-connection-per-request %t -check-suffix=PACK --options 'Catalog: %S/Inputs/acme_pool.yaml' -- -I%S
// RUN: %check_async_tidy %s async-connection-per-request %t -check-suffix=NONE -- -I%S
#include "Inputs/acme_pool.h"
#include <httplib.h>
#include <string>

class [[clang::annotate("async_tidy::pool")]] Workers {
public:
  explicit Workers(int count);
  void run(const std::string &what);
};

void register_routes(httplib::Server &server, acme::Pool &shared, Workers &threads) {
  server.Get("/orders", [](const httplib::Request &request, httplib::Response &response) {
    acme::Pool orders("orders:7000", 10);
    // CHECK-MESSAGES-PACK: :[[@LINE-1]]:16: warning: 'Pool' is created anew for every request
    // CHECK-NOTES-PACK: note: {{.*}}one acme::Pool for the whole service, that main makes
    response.status = acme::ask(orders.lend(), request.path);
  });
  server.Get("/stock", [](const httplib::Request &request, httplib::Response &response) {
    acme::Channel *channel = acme::open_channel("stock:7000");
    // CHECK-MESSAGES-PACK: :[[@LINE-1]]:30: warning: 'open_channel' {{.*}}for every request
    // CHECK-NOTES-PACK: note: {{.*}}pool.lend() of one acme::Pool for the whole service
    response.status = acme::ask(channel, request.path);
    acme::close_channel(channel);
  });
  server.Get("/reports", [](const httplib::Request &request, httplib::Response &) {
    Workers workers(4);
    // CHECK-MESSAGES-PACK: :[[@LINE-1]]:13: warning: 'Workers' is created anew for every request
    // CHECK-MESSAGES-NONE: :[[@LINE-2]]:13: warning: 'Workers' is created anew for every request
    workers.run(request.path);
  });
  server.Get("/prices", [&](const httplib::Request &request, httplib::Response &response) {
    acme::Channel *channel = shared.lend();
    response.status = acme::ask(channel, request.path);
    shared.take_back(channel);
    threads.run(request.path);
  });
}
