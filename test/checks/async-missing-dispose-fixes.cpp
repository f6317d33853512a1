// A local becomes a unique_ptr that closes it.
// RUN: %check_async_tidy %s async-missing-dispose %t --fix-notes
// CHECK-FIXES: #include <memory>
#include <curl/curl.h>
#include <hiredis/hiredis.h>
#include <libpq-fe.h>

int query(const char *text) {
  PGconn *conn = PQconnectdb("host=db");
  // CHECK-MESSAGES: :[[@LINE-1]]:18: warning: 'PQconnectdb' opens a 'PGconn' that nothing in the program closes with 'PQfinish'
  // CHECK-NOTES: :[[@LINE-2]]:18: note: let a std::unique_ptr with 'PQfinish' as deleter own it
  // CHECK-FIXES: {{^}}  std::unique_ptr<PGconn, decltype(&PQfinish)> conn(PQconnectdb("host=db"), &PQfinish);
  if (!conn || PQstatus(conn) != CONNECTION_OK)
    // CHECK-FIXES: {{^}}  if (!conn || PQstatus(conn.get()) != CONNECTION_OK)
    return 0;
  PGresult *rows = PQexec((conn), text);
  // CHECK-FIXES: {{^}}  PGresult *rows = PQexec((conn.get()), text);
  int count = PQntuples(rows);
  PQclear(rows);
  return count;
}

bool ping() {
  auto *redis = redisConnect("cache", 6379);
  // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: 'redisConnect' opens a 'redisContext'
  // CHECK-FIXES: {{^}}  std::unique_ptr<redisContext, decltype(&redisFree)> redis(redisConnect("cache", 6379), &redisFree);
  if (redis == nullptr || redis->err != 0)
    return false;
  return redisCommand(redis, "PING") != nullptr;
  // CHECK-FIXES: {{^}}  return redisCommand(redis.get(), "PING") != nullptr;
}

int fetch(const char *url) {
  CURL *easy{curl_easy_init()};
  // CHECK-MESSAGES: :[[@LINE-1]]:14: warning: 'curl_easy_init' opens a 'CURL'
  // CHECK-FIXES: {{^}}  std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> easy(curl_easy_init(), &curl_easy_cleanup);
  curl_easy_setopt(easy, CURLOPT_URL, url);
  return curl_easy_perform(easy);
}

bool reachable() {
  PGconn *const conn = PQconnectdb("host=db");
  // CHECK-MESSAGES: :[[@LINE-1]]:24: warning: 'PQconnectdb' opens a 'PGconn'
  // CHECK-FIXES: {{^}}  const std::unique_ptr<PGconn, decltype(&PQfinish)> conn(PQconnectdb("host=db"), &PQfinish);
  return PQstatus(conn) == CONNECTION_OK;
}

bool compared(const PGconn *other) {
  PGconn *conn(PQconnectdb("host=db"));
  // CHECK-MESSAGES: :[[@LINE-1]]:16: warning: 'PQconnectdb' opens a 'PGconn'
  // CHECK-FIXES: {{^}}  std::unique_ptr<PGconn, decltype(&PQfinish)> conn(PQconnectdb("host=db"), &PQfinish);
  auto ready = [&] { return PQsocket(conn) >= 0; };
  // CHECK-FIXES: {{^}}  auto ready = [&] { return PQsocket(conn.get()) >= 0; };
  if (conn == NULL || 0 == conn || !ready())
    // CHECK-FIXES: {{^}}  if (conn == NULL || 0 == conn || !ready())
    return false;
  return conn != other;
  // CHECK-FIXES: {{^}}  return conn.get() != other;
}

// No fix: two declared at once, a macro, assigned again, its address used.
void two() {
  PGconn *first = PQconnectdb("host=a"), *second = nullptr;
  // CHECK-MESSAGES: :[[@LINE-1]]:19: warning: 'PQconnectdb' opens a 'PGconn'
  // CHECK-FIXES: {{^}}  PGconn *first = PQconnectdb("host=a"), *second = nullptr;
  PQexec(first, "select 1");
  (void)second;
}
#define CONNECT PQconnectdb("host=db")
void macro() {
  PGconn *conn = CONNECT;
  // CHECK-MESSAGES: :[[@LINE-1]]:18: warning: 'PQconnectdb' opens a 'PGconn'
  // CHECK-FIXES: {{^}}  PGconn *conn = CONNECT;
  PQexec(conn, "select 1");
}
void again() {
  PGconn *conn = nullptr;
  // CHECK-FIXES: {{^}}  PGconn *conn = nullptr;
  conn = PQconnectdb("host=db");
  // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: 'PQconnectdb' opens a 'PGconn'
  PQexec(conn, "select 1");
}
