// RUN: %check_async_tidy %s async-unchecked-request-body %t --real -- -isystem /usr/include/jsoncpp
#include <cstdlib>
#include <httplib.h>
#include <json/json.h>
#include <nlohmann/json.hpp>
#include <string>

void store(const std::string &title, int count);

int main() {
  httplib::Server server;
  server.Post("/orders", [](const httplib::Request &req, httplib::Response &res) {
    auto body = nlohmann::json::parse(req.body);
    // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: 'basic_json::parse' throws for data that a client got wrong
    store(body.at("title"), body.value("count", 1));
    res.status = 201;
  });
  server.Get("/orders", [](const httplib::Request &req, httplib::Response &) {
    store("", std::stoi(req.get_param_value("count")));
    // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: 'stoi' throws
    store("", std::atoi(req.get_param_value("count").c_str()));
    // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: 'atoi' makes 0 of text that is no number
  });
  server.Put("/orders", [](const httplib::Request &req, httplib::Response &res) {
    Json::Value body;
    Json::Reader reader;
    if (!reader.parse(req.body, body)) {
      res.status = 400;
      return;
    }
    store(body["title"].asString(), body["count"].asInt());
  });
  server.listen("0.0.0.0", 8080);
}
