// What handlers give to functions that read.
// RUN: %check_async_tidy %s async-unchecked-request-body %t
#include <cstdlib>
#include <httplib.h>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

using httplib::Request, httplib::Response;
using nlohmann::json;

struct Order {
  std::string title;
  int count = 0;
};
void store(const Order &order);
void list(int page, int size);

json body_of(const Request &req) {
  return json::parse(req.body);
  // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: 'basic_json::parse' throws
  // CHECK-NOTES: note: 'lambda' answers POST of '/orders', registered with 'Server::Post' here
}
json document_of(const std::string &text) {
  return json::parse(text);
  // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: 'basic_json::parse' throws
}
Order order_of(const json &body) {
  return {body.at("title").get<std::string>(), body.at("count").get<int>()};
  // CHECK-MESSAGES: :[[@LINE-1]]:28: warning: 'basic_json::get' throws
}
int page_of(const std::string &text) {
  return std::stoi(text);
  // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: 'stoi' throws
}
int size_of(const Request &req) {
  return std::atoi(req.get_param_value("size").c_str());
  // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: 'atoi' makes 0 of text that is no number
}
class Parser {
public:
  explicit Parser(const std::string &text) : body(json::parse(text)) {}
  // CHECK-MESSAGES: :[[@LINE-1]]:51: warning: 'basic_json::parse' throws
  Order order() const { return {body.at("title").get<std::string>(), 1}; }

private:
  json body;
};
int to_number(const std::string &text, int otherwise) {
  try {
    return std::stoi(text);
  } catch (const std::exception &) {
    return otherwise;
  }
}

// Given what no client wrote.
json settings_of(const std::string &text) { return json::parse(text); }
int limit_of(const char *text) { return std::atoi(text); }
int length_of(const std::string &text) { return std::stoi(text.substr(0, 2)); }

void routes(httplib::Server &server, const std::map<std::string, std::string> &settings) {
  server.Post("/orders", [](const Request &req, Response &) { store(order_of(body_of(req))); });
  server.Put("/orders", [](const Request &req, Response &) { store(order_of(document_of(req.body))); });
  server.Patch("/orders", [](const Request &req, Response &) { store(Parser(req.body).order()); });
  server.Get("/orders", [&](const Request &req, Response &) {
    list(page_of(req.get_param_value("page")), size_of(req));
    list(to_number(req.get_param_value("page"), 1), 10);
    list(limit_of(settings.at("limit").c_str()), length_of("10"));
  });
}

int main(int argc, char **argv) {
  httplib::Server server;
  const json settings = settings_of(argc > 1 ? argv[1] : "{}");
  routes(server, settings.at("limits").get<std::map<std::string, std::string>>());
  server.listen("0.0.0.0", limit_of("8080"));
}
