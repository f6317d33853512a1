// Without main, somebody elsewhere may answer what is thrown. What is guessed
// or nothing is found all the same.
// RUN: %check_async_tidy %s async-unchecked-request-body %t
#include <cstdlib>
#include <drogon/HttpController.h>
#include <drogon/drogon.h>
#include <httplib.h>
#include <json/json.h>
#include <nlohmann/json.hpp>
#include <string>

using nlohmann::json;

void store(const std::string &title, int count);

void httplib_routes(httplib::Server &server) {
  server.Post("/orders", [](const httplib::Request &req, httplib::Response &) {
    auto body = json::parse(req.body);
    store(body.at("title").get<std::string>(), std::stoi(req.get_param_value("count")));
    store("", std::atoi(req.get_param_value("count").c_str()));
    // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: 'atoi' makes 0 of text that is no number
  });
}
void drogon_routes() {
  drogon::app().registerHandler(
      "/orders", [](const drogon::HttpRequestPtr &req, std::function<void(const drogon::HttpResponsePtr &)> &&callback) {
        auto body = req->getJsonObject();
        store((*body)["title"].asString(), 1);
        // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: the body is used before the check that it could be read
        callback(drogon::HttpResponse::newHttpResponse());
      }, {drogon::Post});
}
