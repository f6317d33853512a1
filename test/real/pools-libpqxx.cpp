// RUN: %check_async_tidy %s async-module-level-pool,async-missing-pool-parameters,async-missing-dispose,async-connection-per-request %t --real --fix-notes -std=c++17
#include <memory>
#include <pqxx/pqxx>
#include <string>
#include <uv.h>
#include <vector>

pqxx::connection orders("host=db dbname=orders connect_timeout=3");
// CHECK-MESSAGES: :[[@LINE-1]]:18: warning: 'orders' keeps a connection ('{{.*}}') at namespace scope: it is made before main, without configuration, and closed after main, when the event loop is gone [async-module-level-pool]
static std::unique_ptr<pqxx::connection> late;
// CHECK-MESSAGES: :[[@LINE-1]]:42: warning: 'late' keeps a connection ('{{.*}}') at namespace scope
// CHECK-NOTES: :{{[0-9]+}}:10: note: 'main' fills it here
namespace {
std::vector<std::unique_ptr<pqxx::connection>> idle;
// CHECK-MESSAGES: :[[@LINE-1]]:48: warning: 'idle' keeps a connection ('{{.*}}') at namespace scope
}
static std::weak_ptr<pqxx::connection> observed;

class Repository {
public:
  explicit Repository(const std::string &where)
      : connection(std::make_unique<pqxx::connection>(where)) {}
  int count() {
    pqxx::work transaction(*connection);
    return transaction.exec1("SELECT count(*) FROM orders")[0].as<int>();
  }
  // Connects again after the server has restarted.
  void reconnect(const std::string &where) {
    connection = std::make_unique<pqxx::connection>(where);
  }

private:
  std::unique_ptr<pqxx::connection> connection;
};
static Repository *repository;

static void on_read(uv_stream_t *, ssize_t, const uv_buf_t *) {
  pqxx::connection database("dbname=orders");
  // CHECK-MESSAGES: :[[@LINE-1]]:20: warning: '{{.*}}' is created anew for every request
  // CHECK-NOTES: :{{[0-9]+}}:3: note: 'on_read' runs for every request: given to 'uv_read_start' here
  // CHECK-NOTES: :[[@LINE-3]]:20: note: use a few connections opened at start-up and handed out one at a time: libpqxx has no pool of its own
  // CHECK-MESSAGES: :[[@LINE-4]]:20: warning: '{{.*}}' makes a connection without 'connect_timeout': connecting to a server that drops packets takes minutes
  // CHECK-NOTES: :[[@LINE-5]]:29: note: its options are here
  // CHECK-FIXES: {{^}}  pqxx::connection database("dbname=orders connect_timeout=30" /*WaitSeconds*/);
  pqxx::lazyconnection later("dbname=orders connect_timeout=3");
  // CHECK-MESSAGES: :[[@LINE-1]]:24: warning: '{{.*}}' is created anew for every request
  // CHECK-NOTES: :{{[0-9]+}}:3: note: 'on_read' runs for every request: given to 'uv_read_start' here
  // CHECK-NOTES: :[[@LINE-3]]:24: note: use a few connections opened at start-up and handed out one at a time: libpqxx has no pool of its own
  auto shared =
      std::make_shared<pqxx::connection>("dbname=orders connect_timeout=3");
      // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: 'basic_connection_base' is created anew for every request
      // CHECK-NOTES: :{{[0-9]+}}:3: note: 'on_read' runs for every request: given to 'uv_read_start' here
      // CHECK-NOTES: :[[@LINE-3]]:7: note: use a few connections opened at start-up and handed out one at a time: libpqxx has no pool of its own
  repository->count();
}

static void on_connection(uv_stream_t *, int) {
  static uv_tcp_t peer;
  uv_read_start(reinterpret_cast<uv_stream_t *>(&peer), nullptr, on_read);
}

int main(int, char **argv) {
  auto *leaked = new pqxx::connection("dbname=audit connect_timeout=3");
  // CHECK-MESSAGES: :[[@LINE-1]]:22: warning: '{{.*}}' is made with 'new'
  // CHECK-NOTES: :[[@LINE-2]]:22: note: it is made when the service starts, and nothing ends it at shutdown
  leaked->prepare("start", "INSERT INTO starts VALUES (now())");
  late = std::make_unique<pqxx::connection>("dbname=late connect_timeout=3");
  Repository owner(argv[1]);
  repository = &owner;
  uv_tcp_t server;
  uv_tcp_init(uv_default_loop(), &server);
  uv_listen(reinterpret_cast<uv_stream_t *>(&server), 128, on_connection);
  uv_run(uv_default_loop(), UV_RUN_DEFAULT);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'uv_run' serves until the process is killed
  // CHECK-NOTES: :[[@LINE-3]]:3: note: 'uv_listen' accepts connections here
}
