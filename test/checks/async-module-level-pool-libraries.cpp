// A variable for every library, and what looks like one.
// RUN: %check_async_tidy %s async-module-level-pool %t --no-fix
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
#include <mongocxx/instance.hpp>

drogon::orm::DbClientPtr drogon_db = drogon::orm::DbClient::newPgClient("host=db", 8);
// CHECK-MESSAGES: :[[@LINE-1]]:26: warning: 'drogon_db' keeps a pool ('drogon::orm::DbClient') at namespace scope
drogon::nosql::RedisClientPtr drogon_redis = drogon::nosql::RedisClient::newRedisClient(trantor::InetAddress("c", 1), 8);
// CHECK-MESSAGES: :[[@LINE-1]]:31: warning: 'drogon_redis' keeps a pool ('drogon::nosql::RedisClient') at namespace scope
drogon::HttpClientPtr drogon_http = drogon::HttpClient::newHttpClient("http://billing");
// CHECK-MESSAGES: :[[@LINE-1]]:23: warning: 'drogon_http' keeps a client ('drogon::HttpClient') at namespace scope
boost::asio::io_context io;
boost::mysql::connection_pool mysql_pool(io, boost::mysql::pool_params());
// CHECK-MESSAGES: :[[@LINE-1]]:31: warning: 'mysql_pool' keeps a pool ('boost::mysql::connection_pool') at namespace scope
boost::mysql::any_connection mysql_connection(io);
// CHECK-MESSAGES: :[[@LINE-1]]:30: warning: 'mysql_connection' keeps a connection ('boost::mysql::any_connection') at namespace scope
boost::redis::connection redis(io);
// CHECK-MESSAGES: :[[@LINE-1]]:26: warning: 'redis' keeps a client ('boost::redis::connection') at namespace scope
soci::connection_pool soci_pool(10);
// CHECK-MESSAGES: :[[@LINE-1]]:23: warning: 'soci_pool' keeps a pool ('soci::connection_pool') at namespace scope
soci::session soci_session("postgresql://host=db");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: 'soci_session' keeps a connection ('soci::session') at namespace scope
sw::redis::RedisCluster cluster("tcp://cache:6379");
// CHECK-MESSAGES: :[[@LINE-1]]:25: warning: 'cluster' keeps a pool ('sw::redis::RedisCluster') at namespace scope
mongocxx::instance mongo_driver;
mongocxx::client mongo_client(mongocxx::uri("mongodb://db"));
// CHECK-MESSAGES: :[[@LINE-1]]:18: warning: 'mongo_client' keeps a connection ('mongocxx::v_noabi::client') at namespace scope
mongocxx::pool mongo_pool(mongocxx::uri("mongodb://db"));
// CHECK-MESSAGES: :[[@LINE-1]]:16: warning: 'mongo_pool' keeps a pool ('mongocxx::v_noabi::pool') at namespace scope
sqlpp::mysql::connection_pool sqlpp_pool(std::make_shared<sqlpp::mysql::connection_config>(), 5);
// CHECK-MESSAGES: :[[@LINE-1]]:31: warning: 'sqlpp_pool' keeps a pool ('sqlpp::connection_pool') at namespace scope
odb::pgsql::database odb_database("host=db");
// CHECK-MESSAGES: :[[@LINE-1]]:22: warning: 'odb_database' keeps a pool ('odb::pgsql::database') at namespace scope
Poco::Data::SessionPool poco_pool("PostgreSQL", "host=db");
// CHECK-MESSAGES: :[[@LINE-1]]:25: warning: 'poco_pool' keeps a pool ('Poco::Data::SessionPool') at namespace scope
Poco::Redis::Client poco_redis("cache", 6379);
// CHECK-MESSAGES: :[[@LINE-1]]:21: warning: 'poco_redis' keeps a connection ('Poco::Redis::Client') at namespace scope
oatpp::postgresql::ConnectionProvider oat("host=db");
// CHECK-MESSAGES: :[[@LINE-1]]:39: warning: 'oat' keeps a client ('oatpp::postgresql::ConnectionProvider') at namespace scope
std::shared_ptr<tao::pq::connection_pool> taopq = tao::pq::connection_pool::create("host=db");
// CHECK-MESSAGES: :[[@LINE-1]]:43: warning: 'taopq' keeps a pool ('tao::pq::connection_pool') at namespace scope
mysqlx::Client mysqlx_client("mysqlx://db");
// CHECK-MESSAGES: :[[@LINE-1]]:16: warning: 'mysqlx_client' keeps a pool ('mysqlx::Client') at namespace scope
std::unique_ptr<sql::Connection> jdbc;
// CHECK-MESSAGES: :[[@LINE-1]]:34: warning: 'jdbc' keeps a connection ('sql::Connection') at namespace scope
Aws::S3::S3Client s3;
// CHECK-MESSAGES: :[[@LINE-1]]:19: warning: 's3' keeps a client ('Aws::S3::S3Client') at namespace scope
QSqlDatabase qt;
// CHECK-MESSAGES: :[[@LINE-1]]:14: warning: 'qt' keeps a connection ('QSqlDatabase') at namespace scope
MYSQL *c_mysql_pointer = mysql_init(nullptr);
// CHECK-MESSAGES: :[[@LINE-1]]:8: warning: 'c_mysql_pointer' keeps a connection ('MYSQL') at namespace scope
cpr::Session cpr_session;
// CHECK-MESSAGES: :[[@LINE-1]]:14: warning: 'cpr_session' keeps a client ('cpr::Session') at namespace scope
httplib::Client http("http://billing");
// CHECK-MESSAGES: :[[@LINE-1]]:17: warning: 'http' keeps a client ('httplib::Client') at namespace scope
static boost::asio::thread_pool threads(4);
