// Every library: what a request makes of it, and what it should use instead.
// RUN: %check_async_tidy %s async-connection-per-request %t
#include <Poco/Data/Session.h>
#include <Poco/Data/SessionPool.h>
#include <Poco/Redis/Client.h>
#include <QSqlDatabase>
#include <aws/s3/S3Client.h>
#include <boost/asio.hpp>
#include <boost/mysql.hpp>
#include <boost/redis.hpp>
#include <cpr/cpr.h>
#include <drogon/drogon.h>
#include <hiredis/async.h>
#include <hiredis/hiredis.h>
#include <libpq-fe.h>
#include <memory>
#include <mongocxx/client.hpp>
#include <mongocxx/pool.hpp>
#include <mysql/jdbc.h>
#include <mysql/mysql.h>
#include <mysqlx/xdevapi.h>
#include <oatpp-postgresql/ConnectionProvider.hpp>
#include <odb/pgsql/database.hxx>
#include <ozo/connection_info.h>
#include <ozo/connection_pool.h>
#include <pqxx/pqxx>
#include <soci/soci.h>
#include <sqlpp11/mysql/mysql.h>
#include <sw/redis++/redis++.h>
#include <tao/pq.hpp>

struct Pools {
  soci::connection_pool &soci;
  Poco::Data::SessionPool &poco;
  mongocxx::pool &mongo;
  mysqlx::Client &mysqlx;
  sqlpp::mysql::connection_pool &sqlpp;
  tao::pq::connection_pool &taopq;
  boost::mysql::connection_pool &mysql;
};

void routes(boost::asio::io_context &io, sql::Driver *driver, Pools &pools) {
  using namespace drogon;
  auto on_request = [&](const HttpRequestPtr &,
                        std::function<void(const HttpResponsePtr &)> &&) {
    boost::mysql::any_connection mysql(io);
    // CHECK-MESSAGES: :[[@LINE-1]]:34: warning: 'any_connection' is created anew for every request: each one pays for the connection, and a burst opens more than the server takes [async-connection-per-request]
    // CHECK-NOTES: note: use async_get_connection() of one boost::mysql::connection_pool for the whole service
    boost::mysql::connection_pool mysql_pool(io, boost::mysql::pool_params());
    // CHECK-MESSAGES: :[[@LINE-1]]:35: warning: 'connection_pool' is created anew for every request: each one opens a whole pool of connections
    boost::redis::connection redis(io);
    // CHECK-MESSAGES: :[[@LINE-1]]:30: warning: 'connection' is created anew for every request: each one connects again
    // CHECK-NOTES: note: use one boost::redis::connection for the whole service
    soci::session soci("postgresql://host=db");
    // CHECK-MESSAGES: :[[@LINE-1]]:19: warning: 'session' is created anew for every request
    // CHECK-NOTES: note: use soci::session(pool) of one soci::connection_pool for the whole service
    soci::session opened;
    opened.open("postgresql://host=db");
    // CHECK-MESSAGES: :[[@LINE-1]]:12: warning: 'session::open' is created anew for every request
    sw::redis::RedisCluster cluster("tcp://cache:6379");
    // CHECK-MESSAGES: :[[@LINE-1]]:29: warning: 'RedisCluster' is created anew for every request
    auto redis_pp = std::make_shared<sw::redis::Redis>("tcp://cache:6379");
    // CHECK-MESSAGES: :[[@LINE-1]]:21: warning: {{.*}} is created anew for every request
    mongocxx::client mongo(mongocxx::uri("mongodb://db"));
    // CHECK-MESSAGES: :[[@LINE-1]]:22: warning: 'client' is created anew for every request
    // CHECK-NOTES: note: use pool.acquire() of one mongocxx::pool for the whole service
    mongocxx::pool mongo_pool(mongocxx::uri("mongodb://db"));
    // CHECK-MESSAGES: :[[@LINE-1]]:20: warning: 'pool' is created anew for every request
    sqlpp::mysql::connection sqlpp(std::make_shared<sqlpp::mysql::connection_config>());
    // CHECK-MESSAGES: :[[@LINE-1]]:30: warning: 'normal_connection' is created anew for every request
    // CHECK-NOTES: note: use pool.get() of one sqlpp::connection_pool for the whole service
    odb::pgsql::database odb("host=db");
    // CHECK-MESSAGES: :[[@LINE-1]]:26: warning: 'database' is created anew for every request: each one opens a whole pool
    Poco::Data::Session poco("PostgreSQL", "host=db");
    // CHECK-MESSAGES: :[[@LINE-1]]:25: warning: 'Session' is created anew for every request
    // CHECK-NOTES: note: use pool.get() of one Poco::Data::SessionPool for the whole service
    Poco::Redis::Client poco_redis("cache", 6379);
    // CHECK-MESSAGES: :[[@LINE-1]]:25: warning: 'Client' is created anew for every request
    oatpp::postgresql::ConnectionProvider oat("host=db");
    // CHECK-MESSAGES: :[[@LINE-1]]:43: warning: 'ConnectionProvider' is created anew for every request
    // CHECK-NOTES: note: use one ConnectionPool around the ConnectionProvider
    auto ozo = ozo::connection_info<>("host=db")[io];
    // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: 'connection_info::operator[]' is created anew for every request
    auto taopq = tao::pq::connection::create("host=db");
    // CHECK-MESSAGES: :[[@LINE-1]]:18: warning: 'connection::create' is created anew for every request
    // CHECK-NOTES: note: use pool->connection() of one tao::pq::connection_pool for the whole service
    mysqlx::Session x("mysqlx://db");
    // CHECK-MESSAGES: :[[@LINE-1]]:21: warning: 'Session' is created anew for every request
    // CHECK-NOTES: note: use client.getSession() of one mysqlx::Client for the whole service
    std::unique_ptr<sql::Connection> jdbc(driver->connect("db", "", ""));
    // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: 'Driver::connect' is created anew for every request
    Aws::S3::S3Client s3;
    // CHECK-MESSAGES: :[[@LINE-1]]:23: warning: 'S3Client' is created anew for every request: each one connects again, and a burst runs out of connections and ports
    QSqlDatabase qt = QSqlDatabase::addDatabase("QPSQL");
    // CHECK-MESSAGES: :[[@LINE-1]]:23: warning: 'QSqlDatabase::addDatabase' is created anew for every request
    PGconn *pq = PQconnectdb("host=db");
    // CHECK-MESSAGES: :[[@LINE-1]]:18: warning: 'PQconnectdb' is created anew for every request
    PQfinish(pq);
    redisContext *hiredis = redisConnect("cache", 6379);
    // CHECK-MESSAGES: :[[@LINE-1]]:29: warning: 'redisConnect' is created anew for every request
    redisFree(hiredis);
    redisAsyncContext *later = redisAsyncConnect("cache", 6379);
    // CHECK-MESSAGES: :[[@LINE-1]]:32: warning: 'redisAsyncConnect' is created anew for every request
    redisAsyncFree(later);
    MYSQL *c_mysql = mysql_init(nullptr);
    // CHECK-MESSAGES: :[[@LINE-1]]:22: warning: 'mysql_init' is created anew for every request
    mysql_real_connect(c_mysql, "db", "", "", "", 0, nullptr, 0);
    mysql_close(c_mysql);
    boost::asio::thread_pool threads(4);
    // CHECK-MESSAGES: :[[@LINE-1]]:30: warning: 'thread_pool' is created anew for every request: each one starts threads and waits for their end, and a burst has more of them than cores
    // CHECK-NOTES: note: use one thread_pool for the whole service, that main owns
    cpr::Session cpr;
    // CHECK-MESSAGES: :[[@LINE-1]]:18: warning: 'Session' is created anew for every request
    // CHECK-NOTES: note: use a cpr::Session that is kept for each thread: it reuses its connection
  };
  app().registerHandler("/all", on_request);

  app().registerHandler("/leased", [&](HttpRequestPtr) -> Task<> {
    soci::session soci(pools.soci);
    soci::session none;
    Poco::Data::Session poco(pools.poco.get());
    Poco::Data::Session same = poco;
    auto mongo = pools.mongo.acquire();
    mysqlx::Session x = pools.mysqlx.getSession();
    mysqlx::Session x_of(pools.mysqlx);
    auto sqlpp = pools.sqlpp.get();
    auto taopq = pools.taopq.connection();
    boost::mysql::pooled_connection mysql;
    QSqlDatabase qt = QSqlDatabase::database("worker");
    QSqlDatabase empty;
    co_return;
  });
}
