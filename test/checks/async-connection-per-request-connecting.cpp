// libpqxx connects without blocking: the one that is being connected counts, what it becomes doesn't again.
// RUN: %check_async_tidy %s async-connection-per-request %t
#include <httplib.h>
#include <pqxx/pqxx>
#include <string>
#include <utility>

void wait_for(int socket, bool reading, bool writing);

void register_routes(httplib::Server &server) {
  server.Get("/orders", [](const httplib::Request &, httplib::Response &) {
    pqxx::connecting started("host=db dbname=orders");
    // CHECK-MESSAGES: :[[@LINE-1]]:22: warning: 'connecting' is created anew for every request
    // CHECK-NOTES: note: {{.*}}libpqxx has no pool of its own
    while (!started.done()) {
      wait_for(started.sock(), started.wait_to_read(), started.wait_to_write());
      started.process();
    }
    pqxx::connection orders = std::move(started).produce();
    pqxx::work work(orders);
    work.commit();
  });
}

// At start-up it is where it belongs.
int main() {
  pqxx::connecting started("host=db dbname=orders");
  while (!started.done())
    started.process();
  pqxx::connection orders = std::move(started).produce();
  httplib::Server server;
  register_routes(server);
  server.listen("0.0.0.0", 8080);
}
