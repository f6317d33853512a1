// Every function of the mocks that opens what only another function closes.
// RUN: %check_async_tidy %s async-missing-dispose %t
#include <curl/curl.h>
#include <hiredis/async.h>
#include <hiredis/hiredis.h>
#include <libpq-fe.h>
#include <mysql/mysql.h>
#include <sqlite3.h>

namespace {
PGconn *pg, *pg_params, *pg_login, *pg_start;
redisContext *redis, *redis_timeout, *redis_unix, *redis_later;
redisAsyncContext *redis_async;
MYSQL *mysql;
CURL *easy;
CURLM *multi;
sqlite3 *lite, *lite_flags;
} // namespace

void open_all(const char *const *keywords, const char *const *values,
              timeval limit) {
  pg = PQconnectdb("host=db");
  // CHECK-MESSAGES: :[[@LINE-1]]:8: warning: 'PQconnectdb' opens a 'PGconn' that nothing in the program closes with 'PQfinish': at every restart the other side keeps it until its own timeout, and a burst of restarts uses up what it has [async-missing-dispose]
  // CHECK-NOTES: :[[@LINE-2]]:8: note: let a std::unique_ptr with 'PQfinish' as deleter own it
  pg_params = PQconnectdbParams(keywords, values, 0);
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: 'PQconnectdbParams' opens a 'PGconn' that nothing in the program closes with 'PQfinish'
  pg_login = PQsetdbLogin("db", "", "", "", "orders", "", "");
  // CHECK-MESSAGES: :[[@LINE-1]]:14: warning: 'PQsetdbLogin' opens a 'PGconn' that nothing in the program closes with 'PQfinish'
  pg_start = PQconnectStart("host=db");
  // CHECK-MESSAGES: :[[@LINE-1]]:14: warning: 'PQconnectStart' opens a 'PGconn' that nothing in the program closes with 'PQfinish'
  redis = redisConnect("cache", 6379);
  // CHECK-MESSAGES: :[[@LINE-1]]:11: warning: 'redisConnect' opens a 'redisContext' that nothing in the program closes with 'redisFree' or 'redisFreeKeepFd'
  redis_timeout = redisConnectWithTimeout("cache", 6379, limit);
  // CHECK-MESSAGES: :[[@LINE-1]]:19: warning: 'redisConnectWithTimeout' opens a 'redisContext'
  redis_unix = redisConnectUnix("/run/redis");
  // CHECK-MESSAGES: :[[@LINE-1]]:16: warning: 'redisConnectUnix' opens a 'redisContext'
  redis_later = redisConnectNonBlock("cache", 6379);
  // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: 'redisConnectNonBlock' opens a 'redisContext'
  redis_async = redisAsyncConnect("cache", 6379);
  // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: 'redisAsyncConnect' opens a 'redisAsyncContext' that nothing in the program closes with 'redisAsyncFree' or 'redisAsyncDisconnect'
  // One finding, at the first step.
  mysql = mysql_init(nullptr);
  // CHECK-MESSAGES: :[[@LINE-1]]:11: warning: 'mysql_init' opens a 'MYSQL' that nothing in the program closes with 'mysql_close'
  mysql_real_connect(mysql, "db", "", "", "orders", 0, nullptr, 0);
  easy = curl_easy_init();
  // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: 'curl_easy_init' opens a 'CURL' that nothing in the program closes with 'curl_easy_cleanup'
  multi = curl_multi_init();
  // CHECK-MESSAGES: :[[@LINE-1]]:11: warning: 'curl_multi_init' opens a 'CURLM' that nothing in the program closes with 'curl_multi_cleanup'
  sqlite3_open("orders.db", &lite);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'sqlite3_open' opens a 'sqlite3' that nothing in the program closes with 'sqlite3_close' or 'sqlite3_close_v2'
  sqlite3_open_v2("orders.db", &lite_flags, 1, nullptr);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'sqlite3_open_v2' opens a 'sqlite3'
}
