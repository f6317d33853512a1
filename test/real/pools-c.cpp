// The libraries of C, one program that makes every mistake.
// RUN: %check_async_tidy -check-suffix=STATIC %s async-module-level-pool %t --real --fix-notes
// RUN: %check_async_tidy -check-suffix=PARAMETERS %s async-missing-pool-parameters %t --real --no-fix
// RUN: %check_async_tidy -check-suffix=DISPOSE %s async-missing-dispose %t --real --fix-notes
// RUN: %check_async_tidy -check-suffix=REQUEST %s async-connection-per-request %t --real
// RUN: %check_async_tidy -check-suffix=REQUEST,STRICT %s async-connection-per-request %t --real --options 'Level: strict'
#include <csignal>
#include <cstdlib>
#include <curl/curl.h>
#include <hiredis/async.h>
#include <hiredis/hiredis.h>
#include <mariadb/mysql.h>
#include <postgresql/libpq-fe.h>
#include <sqlite3.h>
#include <sys/time.h>
#include <uv.h>

static PGconn *orders = PQconnectdb("host=db dbname=orders");
// CHECK-MESSAGES-PARAMETERS: :[[@LINE-1]]:25: warning: 'PQconnectdb' makes a connection without 'connect_timeout': connecting to a server that drops packets takes minutes [async-missing-pool-parameters]
// CHECK-NOTES-PARAMETERS: :[[@LINE-2]]:37: note: its options are here
// CHECK-MESSAGES-STATIC: :[[@LINE-3]]:16: warning: 'orders' keeps a connection ('PGconn') at namespace scope: it is made before main, without configuration, and closed after main, when the event loop is gone [async-module-level-pool]
// CHECK-NOTES-STATIC: :[[@LINE-4]]:16: note: give it an owner: make it in main before uv_run, and close it after uv_run returns; a uv_signal_t for SIGTERM closes the handles or calls uv_stop
// CHECK-FIXES-STATIC: static PGconn *&orders() {
// CHECK-FIXES-STATIC-NEXT: static PGconn *instance = PQconnectdb("host=db dbname=orders");
// CHECK-FIXES-STATIC-NEXT: return instance;
static redisAsyncContext *events;
// CHECK-MESSAGES-STATIC: :[[@LINE-1]]:27: warning: 'events' keeps a client ('redisAsyncContext') at namespace scope
// CHECK-NOTES-STATIC: :{{[0-9]+}}:12: note: 'open_stores' fills it here
// CHECK-NOTES-STATIC: :[[@LINE-3]]:27: note: give it an owner: make it in main before uv_run, and close it after uv_run returns; a uv_signal_t for SIGTERM closes the handles or calls uv_stop
static PGconn *borrowed;

namespace {
struct Stores {
  MYSQL *stock = nullptr;
  redisContext *cache = nullptr;
};

void open_stores(Stores &stores) {
  stores.stock = mysql_init(nullptr);
  // CHECK-MESSAGES-PARAMETERS: :[[@LINE-1]]:18: warning: 'mysql_init' makes a connection without 'MYSQL_OPT_CONNECT_TIMEOUT'
  mysql_real_connect(stores.stock, "db", "root", "", "stock", 3306, nullptr, 0);
  stores.cache = redisConnect("cache", 6379);
  // CHECK-MESSAGES-PARAMETERS: :[[@LINE-1]]:18: warning: 'redisConnect' makes a connection without 'redisConnectWithTimeout'
  events = redisAsyncConnect("cache", 6379);
}

void close_stores(const Stores &stores) {
  mysql_close(stores.stock);
  redisFree(stores.cache);
  redisAsyncFree(events);
  PQfinish(orders);
  // CHECK-FIXES-STATIC: {{^}}  PQfinish(orders());
}

MYSQL *open_with_timeout() {
  MYSQL *database = mysql_init(nullptr);
  // CHECK-MESSAGES-REQUEST: :[[@LINE-1]]:21: warning: 'mysql_init' is created anew for every request: each one pays for the connection, and a burst opens more than the server takes [async-connection-per-request]
  // CHECK-NOTES-REQUEST: :{{[0-9]+}}:18: note: 'on_read' calls 'open_with_timeout' here
  // CHECK-NOTES-REQUEST: :{{[0-9]+}}:3: note: 'on_read' runs for every request: given to 'uv_read_start' here
  // CHECK-NOTES-REQUEST: :[[@LINE-4]]:21: note: use a few connections opened at start-up and handed out one at a time: the C API has no pool of its own
  unsigned seconds = 3;
  mysql_options(database, MYSQL_OPT_CONNECT_TIMEOUT, &seconds);
  return mysql_real_connect(database, "db", "root", "", "stock", 3306, nullptr,
                            0);
}

bool is_up(const char *where) {
  PGconn *probe = PQconnectdb("host=db dbname=orders connect_timeout=3");
  bool up = PQstatus(probe) == CONNECTION_OK;
  PQfinish(probe);
  PGconn *configured = PQconnectdb(where);
  up = up && PQstatus(configured) == CONNECTION_OK;
  PQfinish(configured);
  redisContext *cache = redisConnectWithTimeout("cache", 6379, timeval{3, 0});
  up = up && cache != nullptr && cache->err == 0;
  redisFree(cache);
  return up;
}

void store_settings() {
  sqlite3 *file = nullptr;
  if (sqlite3_open("settings.db", &file) == SQLITE_OK)
    sqlite3_exec(file, "VACUUM", nullptr, nullptr, nullptr);
  // CHECK-MESSAGES-DISPOSE: :[[@LINE-2]]:7: warning: 'sqlite3_open' opens a 'sqlite3' that nothing in the program closes with 'sqlite3_close' or 'sqlite3_close_v2': its write-ahead log is left for the next start to recover, and each one that a request forgets keeps its files open [async-missing-dispose]
  // CHECK-NOTES-DISPOSE: :[[@LINE-3]]:7: note: it is made when the service starts, and nothing ends it at shutdown
}

void notify(const char *url) {
  CURL *transfer = curl_easy_init();
  // CHECK-MESSAGES-DISPOSE: :[[@LINE-1]]:20: warning: 'curl_easy_init' opens a 'CURL' that nothing in the program closes with 'curl_easy_cleanup'
  // CHECK-NOTES-DISPOSE: :[[@LINE-2]]:20: note: it is made when the service starts, and nothing ends it at shutdown
  curl_easy_setopt(transfer, CURLOPT_URL, url);
  curl_easy_perform(transfer);
}

void audit() {
  PGconn *log = PQconnectdb("host=audit dbname=log connect_timeout=3");
  // CHECK-MESSAGES-DISPOSE: :[[@LINE-1]]:17: warning: 'PQconnectdb' opens a 'PGconn' that nothing in the program closes with 'PQfinish'
  // CHECK-FIXES-DISPOSE: {{^}}  std::unique_ptr<PGconn, decltype(&PQfinish)> log(PQconnectdb("host=audit dbname=log connect_timeout=3"), &PQfinish);
  PQclear(PQexec(log, "INSERT INTO starts VALUES (now())"));
  // CHECK-FIXES-DISPOSE: {{^}}  PQclear(PQexec(log.get(), "INSERT INTO starts VALUES (now())"));
}

void on_read(uv_stream_t *peer, ssize_t, const uv_buf_t *) {
  PGconn *database = PQconnectdb("host=db dbname=orders connect_timeout=3");
  // CHECK-MESSAGES-REQUEST: :[[@LINE-1]]:22: warning: 'PQconnectdb' is created anew for every request
  // CHECK-NOTES-REQUEST: :{{[0-9]+}}:3: note: 'on_read' runs for every request: given to 'uv_read_start' here
  // CHECK-NOTES-REQUEST: :[[@LINE-3]]:22: note: use a few connections opened at start-up and handed out one at a time: libpq has no pool of its own
  PQclear(PQexec(database, "SELECT 1"));
  PQfinish(database);
  redisContext *cache = redisConnectWithTimeout("cache", 6379, timeval{3, 0});
  // CHECK-MESSAGES-REQUEST: :[[@LINE-1]]:25: warning: 'redisConnectWithTimeout' is created anew for every request
  // CHECK-NOTES-REQUEST: :{{[0-9]+}}:3: note: 'on_read' runs for every request: given to 'uv_read_start' here
  // CHECK-NOTES-REQUEST: :[[@LINE-3]]:25: note: use a few contexts opened at start-up and handed out one at a time: hiredis has no pool of its own
  redisFree(cache);
  MYSQL *stock = open_with_timeout();
  mysql_close(stock);
  CURLM *transfers = curl_multi_init();
  // CHECK-MESSAGES-REQUEST: :[[@LINE-1]]:22: warning: 'curl_multi_init' is created anew for every request
  // CHECK-NOTES-REQUEST: :{{[0-9]+}}:3: note: 'on_read' runs for every request: given to 'uv_read_start' here
  // CHECK-NOTES-REQUEST: :[[@LINE-3]]:22: note: use one multi handle for all transfers of a thread
  curl_multi_cleanup(transfers);
  sqlite3 *file = nullptr;
  sqlite3_open_v2("settings.db", &file, SQLITE_OPEN_READONLY, nullptr);
  // CHECK-MESSAGES-STRICT: :[[@LINE-1]]:3: warning: 'sqlite3_open_v2' is created anew for every request: each one pays for the connection, and a burst opens more than the server takes [async-connection-per-request]
  // CHECK-NOTES-STRICT: :[[@LINE-2]]:3: note: use one connection for each thread that runs statements
  // CHECK-NOTES-STRICT: :[[@LINE-3]]:3: note: level strict: it opens a file and no connection to a server
  sqlite3_close_v2(file);
  CURL *transfer = curl_easy_init();
  // CHECK-MESSAGES-STRICT: :[[@LINE-1]]:20: warning: 'curl_easy_init' is created anew for every request
  // CHECK-NOTES-STRICT: :[[@LINE-2]]:20: note: use an easy handle that is kept and reset with curl_easy_reset, or one multi handle for all transfers
  // CHECK-NOTES-STRICT: :[[@LINE-3]]:20: note: level strict: the easy handles of one multi handle share its connections
  curl_easy_cleanup(transfer);
  PQclear(PQexec(borrowed, "SELECT 1"));
  uv_read_stop(peer);
}

void allocate(uv_handle_t *, size_t size, uv_buf_t *buffer) {
  *buffer = uv_buf_init(static_cast<char *>(std::malloc(size)),
                        static_cast<unsigned>(size));
}

void on_connection(uv_stream_t *server, int) {
  auto *peer = new uv_tcp_t;
  uv_tcp_init(server->loop, peer);
  uv_accept(server, reinterpret_cast<uv_stream_t *>(peer));
  uv_read_start(reinterpret_cast<uv_stream_t *>(peer), allocate, on_read);
}
} // namespace

int main(int argc, char **argv) {
  Stores stores;
  open_stores(stores);
  store_settings();
  audit();
  if (argc > 1 && is_up(argv[1]))
    notify("http://registry/up");
  borrowed = orders;
  // CHECK-FIXES-STATIC: {{^}}  borrowed = orders();
  uv_loop_t loop;
  uv_loop_init(&loop);
  uv_tcp_t server;
  uv_tcp_init(&loop, &server);
  sockaddr_in address;
  uv_ip4_addr("0.0.0.0", 8080, &address);
  uv_tcp_bind(&server, reinterpret_cast<const sockaddr *>(&address), 0);
  uv_listen(reinterpret_cast<uv_stream_t *>(&server), 128, on_connection);
  uv_signal_t terminated;
  uv_signal_init(&loop, &terminated);
  uv_signal_start(
      &terminated, [](uv_signal_t *signal, int) { uv_stop(signal->loop); },
      SIGTERM);
  uv_run(&loop, UV_RUN_DEFAULT);
  close_stores(stores);
}
