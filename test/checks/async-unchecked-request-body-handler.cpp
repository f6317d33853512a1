// An exception handler answers what is thrown; nobody answers what is guessed.
// RUN: %check_async_tidy %s async-unchecked-request-body %t
#include <cstdlib>
#include <exception>
#include <httplib.h>
#include <nlohmann/json.hpp>
#include <string>

using nlohmann::json;

void store(const std::string &title, int count);

int main() {
  httplib::Server server;
  server.set_exception_handler([](const httplib::Request &, httplib::Response &res, std::exception_ptr thrown) {
    try {
      std::rethrow_exception(thrown);
    } catch (const json::exception &error) {
      res.status = 400;
      res.set_content(error.what(), "text/plain");
    } catch (...) {
      res.status = 500;
    }
  });
  server.Post("/orders", [](const httplib::Request &req, httplib::Response &) {
    auto body = json::parse(req.body);
    store(body.at("title").get<std::string>(), std::stoi(req.get_param_value("count")));
    store("", std::atoi(req.get_param_value("count").c_str()));
    // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: 'atoi' makes 0 of text that is no number
  });
  server.listen("0.0.0.0", 8080);
}
