// simdjson's results have an error, which throws where nobody asked for it.
// RUN: %check_async_tidy %s async-unchecked-request-body %t
#include <httplib.h>
#include <simdjson.h>
#include <string>
#include <string_view>

using httplib::Request, httplib::Response;
using namespace simdjson;

void store(std::string_view title, std::int64_t count);

void routes(httplib::Server &server) {
  server.Post("/values", [](const Request &req, Response &) {
    ondemand::parser parser;
    padded_string text(req.body);
    auto body = parser.iterate(text);
    store(body["title"].get_string().value(), body["count"].get_int64().value());
    // CHECK-MESSAGES: :[[@LINE-1]]:38: warning: 'simdjson_result::value' throws for data that a client got wrong
  });
  server.Post("/conversions", [](const Request &req, Response &) {
    ondemand::parser parser;
    padded_string text(req.body);
    auto body = parser.iterate(text);
    std::int64_t count = body["count"];
    // CHECK-MESSAGES: :[[@LINE-1]]:26: warning: 'simdjson_result::operator long' throws
    store("", count);
  });

  server.Post("/errors", [](const Request &req, Response &res) {
    ondemand::parser parser;
    padded_string text(req.body);
    ondemand::document body;
    if (parser.iterate(text).get(body) != SUCCESS) {
      res.status = 400;
      return;
    }
    std::string_view title;
    std::int64_t count = 0;
    if (body["title"].get(title) || body["count"].get(count)) {
      res.status = 400;
      return;
    }
    store(title, count);
  });
  server.Post("/asked", [](const Request &req, Response &res) {
    ondemand::parser parser;
    padded_string text(req.body);
    auto body = parser.iterate(text);
    if (body.error()) {
      res.status = 400;
      return;
    }
    auto title = body["title"].get_string();
    if (title.error() != SUCCESS) {
      res.status = 400;
      return;
    }
    store(title.value(), 1);
  });
  server.Post("/tried", [](const Request &req, Response &res) {
    try {
      ondemand::parser parser;
      padded_string text(req.body);
      auto body = parser.iterate(text);
      store(body["title"].get_string().value(), body["count"].get_int64().value());
    } catch (const simdjson_error &) {
      res.status = 400;
    }
  });
}

int main() {
  httplib::Server server;
  routes(server);
  server.listen("0.0.0.0", 8080);
}
