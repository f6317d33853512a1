// Files, and clients that keep nothing: at the level strict.
// RUN: %check_async_tidy %s async-connection-per-request %t
// RUN: %check_async_tidy -check-suffix=STRICT %s async-connection-per-request %t --options 'Level: strict'
#include <Poco/Net/HTTPClientSession.h>
#include <boost/asio.hpp>
#include <boost/beast.hpp>
#include <crow.h>
#include <curl/curl.h>
#include <drogon/orm/DbClient.h>
#include <httplib.h>
#include <sqlite3.h>
#include <sqlpp11/sqlite3/sqlite3.h>

void routes(crow::SimpleApp &app, boost::asio::io_context &io) {
  CROW_ROUTE(app, "/orders")([&io] {
    sqlite3 *lite = nullptr;
    sqlite3_open("orders.db", &lite);
    // CHECK-MESSAGES-STRICT: :[[@LINE-1]]:5: warning: 'sqlite3_open' is created anew for every request: each one pays for the connection, and a burst opens more than the server takes [async-connection-per-request]
    // CHECK-NOTES-STRICT: :[[@LINE-2]]:5: note: use one connection for each thread that runs statements
    // CHECK-NOTES-STRICT: :[[@LINE-3]]:5: note: {{.*}}strict{{.*}}it opens a file and no connection to a server
    sqlite3_close(lite);
    CURL *easy = curl_easy_init();
    // CHECK-MESSAGES-STRICT: :[[@LINE-1]]:18: warning: 'curl_easy_init' is created anew for every request
    curl_easy_cleanup(easy);
    auto client = drogon::orm::DbClient::newSqlite3Client("filename=a.db", 1);
    // CHECK-MESSAGES-STRICT: :[[@LINE-1]]:19: warning: 'DbClient::newSqlite3Client' is created anew for every request
    sqlpp::sqlite3::connection sqlpp(sqlpp::sqlite3::connection_config{});
    // CHECK-MESSAGES-STRICT: :[[@LINE-1]]:32: warning: 'normal_connection' is created anew for every request
    Poco::Net::HTTPClientSession poco("billing");
    // CHECK-MESSAGES-STRICT: :[[@LINE-1]]:34: warning: 'HTTPClientSession' is created anew for every request
    boost::beast::tcp_stream stream(io);
    stream.connect({boost::asio::ip::tcp::v4(), 8080});
    // CHECK-MESSAGES-STRICT: :[[@LINE-1]]:12: warning: 'basic_stream::connect' is created anew for every request
    httplib::Client http("http://billing");
    // CHECK-MESSAGES-STRICT: :[[@LINE-1]]:21: warning: 'Client' is created anew for every request: each one connects again
    return crow::response(200);
  });
}
