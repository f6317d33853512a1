// Handles that somebody owns, or whose owner nobody knows: silent. Each owner
// has functions of its own: a close whose handle isn't known counts for all.
// RUN: %check_async_tidy %s async-missing-dispose %t
#include <curl/curl.h>
#include <hiredis/async.h>
#include <hiredis/hiredis.h>
#include <libpq-fe.h>
#include <memory>
#include <mysql/mysql.h>
#include <sqlite3.h>

// A unique_ptr with each kind of deleter, and a shared_ptr.
static std::unique_ptr<PGconn, decltype(&PQfinish)>
    by_pointer(PQconnectdb("host=db"), &PQfinish);
void pointer_later() { by_pointer.reset(PQconnectdb("host=db")); }
void pointer_raw_first() {
  PGconn *raw = PQconnectdb("host=db");
  std::unique_ptr<PGconn, void (*)(PGconn *)> owner(raw, PQfinish);
}

struct Close {
  void operator()(MYSQL *one) const { mysql_close(one); }
};
static std::unique_ptr<MYSQL, Close> by_functor(mysql_init(nullptr));
void functor_later() { by_functor.reset(mysql_init(nullptr)); }
void functor_raw_first() {
  MYSQL *raw = mysql_init(nullptr);
  std::unique_ptr<MYSQL, Close> owner(raw);
}

static auto by_lambda = std::unique_ptr<redisContext, void (*)(redisContext *)>(
    redisConnect("cache", 6379), [](redisContext *one) { redisFree(one); });
static std::shared_ptr<CURL> shared(curl_easy_init(), curl_easy_cleanup);
void shared_later() { shared.reset(curl_easy_init(), curl_easy_cleanup); }
void out_parameter_owned() {
  sqlite3 *raw = nullptr;
  sqlite3_open("orders.db", &raw);
  std::unique_ptr<sqlite3, int (*)(sqlite3 *)> owner(raw, sqlite3_close);
}

// From here on nothing is closed in this file.

// A class of this program that has its destructor elsewhere.
class Wrapper {
public:
  explicit Wrapper(CURLM *one) : one(one) {}
  ~Wrapper();

private:
  CURLM *one;
};
static Wrapper wrapped(curl_multi_init());
void into_a_wrapper() {
  CURLM *raw = curl_multi_init();
  Wrapper owner(raw);
}
std::unique_ptr<Wrapper> wrapper_on_the_heap() {
  CURLM *raw = curl_multi_init();
  return std::make_unique<Wrapper>(raw);
}

// Given away.
redisAsyncContext *returned() { return redisAsyncConnect("cache", 6379); }
redisAsyncContext *returned_later() {
  redisAsyncContext *raw = redisAsyncConnect("cache", 6379);
  if (raw->err)
    return nullptr;
  return raw;
}
void out(redisAsyncContext **to) { *to = redisAsyncConnect("cache", 6379); }
void out_reference(redisAsyncContext *&to) {
  to = redisAsyncConnect("cache", 6379);
}
struct Session {
  redisAsyncContext *redis;
  CURLM *multi;
};
Session made() { return {redisAsyncConnect("cache", 6379), curl_multi_init()}; }
void adopt(redisAsyncContext *one);
void handed_over() { adopt(redisAsyncConnect("cache", 6379)); }
void handed_over_later() {
  redisAsyncContext *raw = redisAsyncConnect("cache", 6379);
  adopt(raw);
}
redisAsyncContext *pick(bool cached, redisAsyncContext *old) {
  return cached ? old : redisAsyncConnect("cache", 6379);
}
auto captured() {
  redisAsyncContext *raw = redisAsyncConnect("cache", 6379);
  return [raw] { return raw->err; };
}

// Other units may close what they see.
redisAsyncContext *visible = redisAsyncConnect("cache", 6379);
extern CURLM *declared;
void elsewhere() { declared = curl_multi_init(); }
