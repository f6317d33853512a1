// That something was sent doesn't make it a number; that a field is there is
// enough for who asks for it.
// RUN: %check_async_tidy %s async-unchecked-request-body %t
#include <algorithm>
#include <cctype>
#include <httplib.h>
#include <nlohmann/json.hpp>
#include <regex>
#include <string>

using httplib::Request, httplib::Response;
using nlohmann::json;

void list(int page, int size);
bool is_number(const std::string &text);
bool is_valid(const json &body);

// The body was read by somebody who catches.
json parsed(const Request &req, Response &res) {
  try {
    return json::parse(req.body);
  } catch (const json::parse_error &) {
    res.status = 400;
    return nullptr;
  }
}

void routes(httplib::Server &server) {
  server.Get("/pages", [](const Request &req, Response &) {
    int page = 1;
    if (req.has_param("page"))
      page = std::stoi(req.get_param_value("page"));
    // CHECK-MESSAGES: :[[@LINE-1]]:14: warning: 'stoi' throws for data that a client got wrong
    list(page, 10);
  });
  server.Get("/sizes", [](const Request &req, Response &) {
    const auto size = req.get_param_value("size");
    if (!size.empty())
      list(1, std::stoi(size));
    // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: 'stoi' throws
  });
  server.Get("/choices", [](const Request &req, Response &) {
    list(req.has_param("page") ? std::stoi(req.get_param_value("page")) : 1, 10);
    // CHECK-MESSAGES: :[[@LINE-1]]:34: warning: 'stoi' throws
  });
  server.Get("/digits", [](const Request &req, Response &res) {
    const auto page = req.get_param_value("page");
    if (page.empty() || !std::all_of(page.begin(), page.end(), [](unsigned char c) { return std::isdigit(c); })) {
      res.status = 400;
      return;
    }
    list(std::stoi(page), 10);
    static const std::regex number("[0-9]+");
    const auto size = req.get_param_value("size");
    if (!std::regex_match(size, number)) {
      res.status = 400;
      return;
    }
    list(1, std::stoi(size));
    const auto count = req.get_param_value("count");
    if (is_number(count))
      list(1, std::stoi(count));
  });
  server.Post("/fields", [](const Request &req, Response &res) {
    json body = parsed(req, res);
    if (!body.contains("page") || !body["page"].is_number_integer() || !body.contains("sizes")) {
      res.status = 400;
      return;
    }
    list(body.at("page").get<int>(), 10);
    for (const auto &size : body.at("sizes"))
      if (size.is_number_integer())
        list(1, size.get<int>());
  });
  server.Post("/valid", [](const Request &req, Response &res) {
    json body = parsed(req, res);
    if (!is_valid(body)) {
      res.status = 400;
      return;
    }
    list(body.at("page").get<int>(), body["size"].get<int>());
  });
  server.Post("/unasked", [](const Request &req, Response &res) {
    json body = parsed(req, res);
    list(body.at("page").get<int>(), body.value("size", 10));
    // CHECK-MESSAGES: :[[@LINE-1]]:26: warning: 'basic_json::get' throws for data that a client got wrong
  });
}

int main() {
  httplib::Server server;
  routes(server);
  server.listen("0.0.0.0", 8080);
}
