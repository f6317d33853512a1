// What the pools of every library weren't told, by what their defaults mean.
// RUN: %check_async_tidy %s async-missing-pool-parameters %t --no-fix
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
#include <httplib.h>
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
#include <odb/pgsql/connection-factory.hxx>

void one_of_each(boost::asio::io_context &io, const std::string &text) {
  auto drogon_db = drogon::orm::DbClient::newPgClient("host=db", 1);
  // CHECK-MESSAGES: :[[@LINE-1]]:20: warning: 'DbClient::newPgClient' makes a pool without 'connNum', 'setTimeout'
  auto drogon_redis = drogon::nosql::RedisClient::newRedisClient(trantor::InetAddress("c", 1));
  // CHECK-MESSAGES: :[[@LINE-1]]:23: warning: 'RedisClient::newRedisClient' makes a pool without 'numberOfConnections', 'setTimeout'
  auto drogon_http = drogon::HttpClient::newHttpClient("http://billing");
  // CHECK-MESSAGES: :[[@LINE-1]]:22: warning: 'HttpClient::newHttpClient' makes a client without 'timeout of sendRequest'
  drogon::app().createDbClient("postgresql", "db", 5432, "orders", "", "");
  // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: 'HttpAppFramework::createDbClient' makes a pool without 'connectionNum', 'timeout'
  boost::mysql::connection_pool mysql_pool(io, boost::mysql::pool_params());
  boost::redis::connection redis(io);
  soci::connection_pool soci_pool(1);
  // CHECK-MESSAGES: :[[@LINE-1]]:25: warning: 'connection_pool' makes a pool without 'size'
  soci::connection_pool soci_enough(10);
  sw::redis::RedisCluster cluster("tcp://cache:6379");
  // CHECK-MESSAGES: :[[@LINE-1]]:27: warning: 'RedisCluster' makes a pool without 'pool_size', 'pool_wait_timeout', 'pool_connection_lifetime', 'connect_timeout', 'socket_timeout'
  mongocxx::pool mongo_pool(mongocxx::uri("mongodb://db"));
  // CHECK-MESSAGES: :[[@LINE-1]]:18: warning: 'pool' makes a pool without 'waitQueueTimeoutMS'
  sqlpp::mysql::connection_pool sqlpp_pool(std::make_shared<sqlpp::mysql::connection_config>(), 5);
  odb::pgsql::database odb_database("host=db");
  // CHECK-MESSAGES: :[[@LINE-1]]:24: warning: 'database' makes a pool without 'connection_factory'
  odb::pgsql::connection_pool_factory odb_factory;
  // CHECK-MESSAGES: :[[@LINE-1]]:39: warning: 'connection_pool_factory' makes a pool without 'max_connections'
  odb::pgsql::connection_pool_factory odb_limited(20);
  Poco::Data::SessionPool poco_pool("PostgreSQL", "host=db");
  auto taopq = tao::pq::connection_pool::create("host=db");
  mysqlx::Client mysqlx_client("mysqlx://db");
  Aws::S3::S3Client s3;
  pqxx::connection pqxx_connection("dbname=orders");
  // CHECK-MESSAGES: :[[@LINE-1]]:20: warning: 'connection' makes a connection without 'connect_timeout'
  pqxx::connection pqxx_from(text);
  PGconn *pq = PQconnectdb("host=db");
  // CHECK-MESSAGES: :[[@LINE-1]]:16: warning: 'PQconnectdb' makes a connection without 'connect_timeout'
  redisContext *hiredis = redisConnect("cache", 6379);
  // CHECK-MESSAGES: :[[@LINE-1]]:27: warning: 'redisConnect' makes a connection without 'redisConnectWithTimeout'
  MYSQL *c_mysql = mysql_init(nullptr);
  // CHECK-MESSAGES: :[[@LINE-1]]:20: warning: 'mysql_init' makes a connection without 'MYSQL_OPT_CONNECT_TIMEOUT'
  cpr::Session cpr_session;
  httplib::Client http("http://billing");
}
