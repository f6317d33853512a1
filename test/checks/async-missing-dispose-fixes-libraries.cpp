// Each library's handle becomes a unique_ptr with the function that closes it.
// RUN: %check_async_tidy %s async-missing-dispose %t --fix-notes
// CHECK-FIXES: #include <memory>
#include <amqp.h>
#include <curl/curl.h>
#include <hiredis/async.h>
#include <hiredis/hiredis.h>
#include <ldap.h>
#include <libmemcached/memcached.h>
#include <libmemcached/util.h>
#include <libpq-fe.h>
#include <librdkafka/rdkafka.h>
#include <libssh/libssh.h>
#include <libssh2.h>
#include <mysql/mysql.h>
#include <sqlite3.h>

bool rabbitmq() {
  amqp_connection_state_t connection = amqp_new_connection();
  // CHECK-MESSAGES: :[[@LINE-1]]:40: warning: 'amqp_new_connection' opens a 'amqp_connection_state_t_' that nothing in the program closes with 'amqp_destroy_connection'
  // CHECK-FIXES: {{^}}  std::unique_ptr<amqp_connection_state_t_, decltype(&amqp_destroy_connection)> connection(amqp_new_connection(), &amqp_destroy_connection);
  amqp_socket_t *socket = amqp_tcp_socket_new(connection);
  // CHECK-FIXES: {{^}}  amqp_socket_t *socket = amqp_tcp_socket_new(connection.get());
  return socket != nullptr && amqp_socket_open(socket, "queue", 5672) == AMQP_STATUS_OK;
}

int copied_transfer(CURL *pattern) {
  CURL *easy = curl_easy_duphandle(pattern);
  // CHECK-MESSAGES: :[[@LINE-1]]:16: warning: 'curl_easy_duphandle' opens a 'CURL' that nothing in the program closes with 'curl_easy_cleanup'
  // CHECK-FIXES: {{^}}  std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> easy(curl_easy_duphandle(pattern), &curl_easy_cleanup);
  return curl_easy_perform(easy);
  // CHECK-FIXES: {{^}}  return curl_easy_perform(easy.get());
}

int transfers() {
  auto multi = curl_multi_init();
  // CHECK-MESSAGES: :[[@LINE-1]]:16: warning: 'curl_multi_init' opens a 'CURLM' that nothing in the program closes with 'curl_multi_cleanup'
  // CHECK-FIXES: {{^}}  std::unique_ptr<CURLM, decltype(&curl_multi_cleanup)> multi(curl_multi_init(), &curl_multi_cleanup);
  int running = 0;
  curl_multi_perform(multi, &running);
  // CHECK-FIXES: {{^}}  curl_multi_perform(multi.get(), &running);
  return running;
}

bool redis(const char *path) {
  redisContext *local = redisConnectUnix(path);
  // CHECK-MESSAGES: :[[@LINE-1]]:25: warning: 'redisConnectUnix' opens a 'redisContext' that nothing in the program closes with 'redisFree'
  // CHECK-FIXES: {{^}}  std::unique_ptr<redisContext, decltype(&redisFree)> local(redisConnectUnix(path), &redisFree);
  return local && local->err == 0;
}

int redis_async() {
  redisAsyncContext *events = redisAsyncConnect("cache", 6379);
  // CHECK-MESSAGES: :[[@LINE-1]]:31: warning: 'redisAsyncConnect' opens a 'redisAsyncContext' that nothing in the program closes with 'redisAsyncFree'
  // CHECK-FIXES: {{^}}  std::unique_ptr<redisAsyncContext, decltype(&redisAsyncFree)> events(redisAsyncConnect("cache", 6379), &redisAsyncFree);
  if (events->err)
    return events->err;
  return redisAsyncCommand(events, nullptr, nullptr, "PING");
  // CHECK-FIXES: {{^}}  return redisAsyncCommand(events.get(), nullptr, nullptr, "PING");
}

bool cached(const char *key, size_t length) {
  memcached_st *servers = memcached_create(nullptr);
  // CHECK-MESSAGES: :[[@LINE-1]]:27: warning: 'memcached_create' opens a 'memcached_st' that nothing in the program closes with 'memcached_free'
  // CHECK-FIXES: {{^}}  std::unique_ptr<memcached_st, decltype(&memcached_free)> servers(memcached_create(nullptr), &memcached_free);
  memcached_return_t result = memcached_server_add(servers, "cache", 11211);
  // CHECK-FIXES: {{^}}  memcached_return_t result = memcached_server_add(servers.get(), "cache", 11211);
  memcached_st *configured = memcached("--SERVER=cache", 14);
  // CHECK-MESSAGES: :[[@LINE-1]]:30: warning: 'memcached' opens a 'memcached_st' that nothing in the program closes with 'memcached_free'
  // CHECK-FIXES: {{^}}  std::unique_ptr<memcached_st, decltype(&memcached_free)> configured(memcached("--SERVER=cache", 14), &memcached_free);
  return memcached_get(configured, key, length, nullptr, nullptr, &result) != nullptr;
  // CHECK-FIXES: {{^}}  return memcached_get(configured.get(), key, length, nullptr, nullptr, &result) != nullptr;
}

bool pooled() {
  memcached_pool_st *pool = memcached_pool("--SERVER=cache", 14);
  // CHECK-MESSAGES: :[[@LINE-1]]:29: warning: 'memcached_pool' opens a 'memcached_pool_st' that nothing in the program closes with 'memcached_pool_destroy'
  // CHECK-FIXES: {{^}}  std::unique_ptr<memcached_pool_st, decltype(&memcached_pool_destroy)> pool(memcached_pool("--SERVER=cache", 14), &memcached_pool_destroy);
  memcached_return_t result;
  return memcached_pool_fetch(pool, nullptr, &result) != nullptr;
  // CHECK-FIXES: {{^}}  return memcached_pool_fetch(pool.get(), nullptr, &result) != nullptr;
}

bool postgresql(const char *const *keywords, const char *const *values) {
  PGconn *connection = PQconnectdbParams(keywords, values, 0);
  // CHECK-MESSAGES: :[[@LINE-1]]:24: warning: 'PQconnectdbParams' opens a 'PGconn' that nothing in the program closes with 'PQfinish'
  // CHECK-FIXES: {{^}}  std::unique_ptr<PGconn, decltype(&PQfinish)> connection(PQconnectdbParams(keywords, values, 0), &PQfinish);
  return PQstatus(connection) == CONNECTION_OK;
  // CHECK-FIXES: {{^}}  return PQstatus(connection.get()) == CONNECTION_OK;
}

int kafka(rd_kafka_conf_t *configuration, char *error, size_t size) {
  rd_kafka_t *producer = rd_kafka_new(RD_KAFKA_PRODUCER, configuration, error, size);
  // CHECK-MESSAGES: :[[@LINE-1]]:26: warning: 'rd_kafka_new' opens a 'rd_kafka_t' that nothing in the program closes with 'rd_kafka_destroy'
  // CHECK-FIXES: {{^}}  std::unique_ptr<rd_kafka_t, decltype(&rd_kafka_destroy)> producer(rd_kafka_new(RD_KAFKA_PRODUCER, configuration, error, size), &rd_kafka_destroy);
  if (!producer)
    return -1;
  return rd_kafka_poll(producer, 0);
  // CHECK-FIXES: {{^}}  return rd_kafka_poll(producer.get(), 0);
}

int ssh(const char *host) {
  ssh_session session = ssh_new();
  // CHECK-MESSAGES: :[[@LINE-1]]:25: warning: 'ssh_new' opens a 'ssh_session_struct' that nothing in the program closes with 'ssh_free'
  // CHECK-FIXES: {{^}}  std::unique_ptr<ssh_session_struct, decltype(&ssh_free)> session(ssh_new(), &ssh_free);
  ssh_options_set(session, SSH_OPTIONS_HOST, host);
  // CHECK-FIXES: {{^}}  ssh_options_set(session.get(), SSH_OPTIONS_HOST, host);
  return ssh_connect(session);
  // CHECK-FIXES: {{^}}  return ssh_connect(session.get());
}

int ssh2(libssh2_socket_t socket) {
  LIBSSH2_SESSION *session = libssh2_session_init_ex(nullptr, nullptr, nullptr, nullptr);
  // CHECK-MESSAGES: :[[@LINE-1]]:30: warning: 'libssh2_session_init_ex' opens a 'LIBSSH2_SESSION' that nothing in the program closes with 'libssh2_session_free'
  // CHECK-FIXES: {{^}}  std::unique_ptr<LIBSSH2_SESSION, decltype(&libssh2_session_free)> session(libssh2_session_init_ex(nullptr, nullptr, nullptr, nullptr), &libssh2_session_free);
  return libssh2_session_handshake(session, socket);
  // CHECK-FIXES: {{^}}  return libssh2_session_handshake(session.get(), socket);
}

bool mysql(const char *password) {
  MYSQL *connection = mysql_init(nullptr);
  // CHECK-MESSAGES: :[[@LINE-1]]:23: warning: 'mysql_init' opens a 'MYSQL' that nothing in the program closes with 'mysql_close'
  // CHECK-FIXES: {{^}}  std::unique_ptr<MYSQL, decltype(&mysql_close)> connection(mysql_init(nullptr), &mysql_close);
  return mysql_real_connect(connection, "db", "web", password, "orders", 0, nullptr, 0) != nullptr;
  // CHECK-FIXES: {{^}}  return mysql_real_connect(connection.get(), "db", "web", password, "orders", 0, nullptr, 0) != nullptr;
}

// No fix: the call is a macro's.
int ssh2_as_usual(libssh2_socket_t socket) {
  LIBSSH2_SESSION *session = libssh2_session_init();
  // CHECK-MESSAGES: :[[@LINE-1]]:30: warning: 'libssh2_session_init_ex' opens a 'LIBSSH2_SESSION'
  // CHECK-FIXES: {{^}}  LIBSSH2_SESSION *session = libssh2_session_init();
  return libssh2_session_handshake(session, socket);
}

// No fix: what opens it puts it into an argument.
bool put_into_an_argument(const char *uri) {
  sqlite3 *settings = nullptr;
  // CHECK-FIXES: {{^}}  sqlite3 *settings = nullptr;
  if (sqlite3_open("settings.db", &settings) != SQLITE_OK)
    // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: 'sqlite3_open' opens a 'sqlite3' that nothing in the program closes with 'sqlite3_close'
    return false;
  LDAP *directory = nullptr;
  // CHECK-FIXES: {{^}}  LDAP *directory = nullptr;
  return ldap_initialize(&directory, uri) == LDAP_SUCCESS;
  // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: 'ldap_initialize' opens a 'LDAP' that nothing in the program closes with 'ldap_unbind'
}

// Closed by another function of the library than the first that is named.
void closed_otherwise(rd_kafka_conf_t *configuration) {
  redisContext *context = redisConnect("cache", 6379);
  int descriptor = redisFreeKeepFd(context);
  redisAsyncContext *events = redisAsyncConnect("cache", descriptor);
  redisAsyncDisconnect(events);
  sqlite3 *settings = nullptr;
  sqlite3_open_v2("settings.db", &settings, 1, nullptr);
  sqlite3_close_v2(settings);
  LDAP *directory = nullptr;
  ldap_initialize(&directory, "ldap://directory");
  ldap_unbind_ext_s(directory, nullptr, nullptr);
}
