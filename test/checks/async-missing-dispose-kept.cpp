// Handles that pass through a local variable or a factory to where they stay.
// RUN: %check_async_tidy %s async-missing-dispose %t --no-fix
#include <curl/curl.h>
#include <hiredis/hiredis.h>
#include <libpq-fe.h>
#include <mysql/mysql.h>
#include <stdexcept>
#include <vector>

static redisContext *cache;
static std::vector<PGconn *> idle;
void connect() {
  redisContext *one = redisConnect("cache", 6379);
  // CHECK-MESSAGES: :[[@LINE-1]]:23: warning: 'redisConnect' opens a 'redisContext' that nothing in the program closes with 'redisFree' or 'redisFreeKeepFd'
  if (one->err != 0)
    throw std::runtime_error("no cache");
  cache = one;
}
void add() {
  PGconn *one = PQconnectdb("host=db");
  // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: 'PQconnectdb' opens a 'PGconn' that nothing in the program closes with 'PQfinish'
  idle.push_back(one);
}

class Downloads {
public:
  Downloads() {
    CURL *easy = curl_easy_init();
    // CHECK-MESSAGES: :[[@LINE-1]]:18: warning: 'curl_easy_init' opens a 'CURL' that nothing in the program closes with 'curl_easy_cleanup': its connections and memory stay
    this->easy = easy;
    multi = curl_multi_init();
  }
  ~Downloads() { curl_multi_cleanup(multi); }

private:
  CURL *easy;
  CURLM *multi;
};

// The caller's, which a static variable keeps.
static MYSQL *open_database() {
  MYSQL *one = mysql_init(nullptr);
  // CHECK-MESSAGES: :[[@LINE-1]]:16: warning: 'mysql_init' opens a 'MYSQL' that nothing in the program closes with 'mysql_close'
  mysql_real_connect(one, "db", "me", "", "orders", 0, nullptr, 0);
  return one;
}
static MYSQL *database = open_database();

// Whoever calls this one may close it.
CURLM *open_transfers() { return curl_multi_init(); }

int main() {
  Downloads downloads;
  connect();
  add();
}
