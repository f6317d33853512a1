// The same ones, closed somewhere: silent.
// RUN: %check_async_tidy %s async-missing-dispose %t
#include <curl/curl.h>
#include <hiredis/async.h>
#include <hiredis/hiredis.h>
#include <libpq-fe.h>
#include <mysql/mysql.h>
#include <sqlite3.h>

namespace {
PGconn *pg, *pg_params, *pg_start;
redisContext *redis, *redis_timeout, *redis_unix;
redisAsyncContext *redis_async;
MYSQL *mysql;
CURL *easy;
CURLM *multi;
sqlite3 *lite, *lite_flags;
} // namespace

void open_all(const char *const *keywords, const char *const *values,
              timeval limit) {
  pg = PQconnectdb("host=db");
  pg_params = PQconnectdbParams(keywords, values, 0);
  pg_start = PQconnectStart("host=db");
  redis = redisConnect("cache", 6379);
  redis_timeout = redisConnectWithTimeout("cache", 6379, limit);
  redis_unix = redisConnectUnix("/run/redis");
  redis_async = redisAsyncConnect("cache", 6379);
  mysql = mysql_init(nullptr);
  mysql_real_connect(mysql, "db", "", "", "orders", 0, nullptr, 0);
  easy = curl_easy_init();
  multi = curl_multi_init();
  sqlite3_open("orders.db", &lite);
  sqlite3_open_v2("orders.db", &lite_flags, 1, nullptr);
}

void close_all() {
  PQfinish(pg);
  PQfinish(pg_params);
  PQfinish(pg_start);
  redisFree(redis);
  redisFree(redis_timeout);
  redisFreeKeepFd(redis_unix);
  redisAsyncDisconnect(redis_async);
  mysql_close(mysql);
  curl_easy_cleanup(easy);
  curl_multi_cleanup(multi);
  sqlite3_close(lite);
  sqlite3_close_v2(lite_flags);
}
