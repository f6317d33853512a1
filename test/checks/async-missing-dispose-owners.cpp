// Where a handle is kept, and who may close it.
// RUN: %check_async_tidy %s async-missing-dispose %t
#include <curl/curl.h>
#include <hiredis/async.h>
#include <hiredis/hiredis.h>
#include <libpq-fe.h>
#include <mysql/mysql.h>
#include <sqlite3.h>
#include <utility>
#include <vector>

// In a member, with no destructor that closes it.
namespace {
class Leaking {
public:
  Leaking() : in_list(redisConnect("cache", 6379)) {}
  // CHECK-MESSAGES: :[[@LINE-1]]:23: warning: 'redisConnect' opens a 'redisContext' that nothing in the program closes with 'redisFree' or 'redisFreeKeepFd'
  void connect() {
    in_body = redisConnect("cache", 6379);
    // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: 'redisConnect' opens a 'redisContext'
  }

private:
  redisContext *in_list;
  redisContext *in_body = nullptr;
  redisContext *at_once = redisConnect("cache", 6379);
  // CHECK-MESSAGES: :[[@LINE-1]]:27: warning: 'redisConnect' opens a 'redisContext'
};
} // namespace

// In a static, or a local that nobody closes.
static redisContext *at_once = redisConnect("cache", 6379);
// CHECK-MESSAGES: :[[@LINE-1]]:32: warning: 'redisConnect' opens a 'redisContext'
redisContext &lazy() {
  static redisContext *once = redisConnect("cache", 6379);
  // CHECK-MESSAGES: :[[@LINE-1]]:31: warning: 'redisConnect' opens a 'redisContext'
  return *once;
}
void dropped() {
  redisContext *local = redisConnect("cache", 6379);
  // CHECK-MESSAGES: :[[@LINE-1]]:25: warning: 'redisConnect' opens a 'redisContext'
  redisCommand(local, "PING");
}
void result_dropped() {
  redisConnect("cache", 6379);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'redisConnect' opens a 'redisContext'
}

// Each with functions of its own: a close whose handle isn't known counts for
// all that it may be.

// In a member, and its destructor or a function of it closes.
namespace {
class Closing {
public:
  Closing() : mysql(mysql_init(nullptr)), early(nullptr) {}
  ~Closing() {
    if (mysql)
      mysql_close(mysql);
    curl_multi_cleanup(std::exchange(early, nullptr));
  }
  void connect() { early = curl_multi_init(); }

private:
  MYSQL *mysql;
  CURLM *early;
};
} // namespace

// Closed through an alias, a parameter, a container.
static redisAsyncContext *aliased;
void through_an_alias() {
  aliased = redisAsyncConnect("cache", 6379);
  redisAsyncContext *same = aliased;
  redisAsyncFree(same);
}
static PGconn *lent;
static void finish(PGconn *one) { PQfinish(one); }
void through_a_parameter() {
  lent = PQconnectdb("host=db");
  finish(lent);
}
static std::vector<CURL *> all;
void in_a_container() { all.push_back(curl_easy_init()); }
void close_them() {
  for (CURL *one : all)
    curl_easy_cleanup(one);
}

// In its own function, on some way at least.
int closed_at_once() {
  sqlite3 *lite = nullptr;
  if (sqlite3_open("orders.db", &lite) != SQLITE_OK)
    return 1;
  int failed = sqlite3_exec(lite, "vacuum", nullptr, nullptr, nullptr);
  sqlite3_close(lite);
  return failed;
}
