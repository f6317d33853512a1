// Data of requests that throws, guesses or is nothing, in a program whose
// server answers no exception.
// RUN: %check_async_tidy %s async-unchecked-request-body %t
#include <boost/lexical_cast.hpp>
#include <cstdlib>
#include <httplib.h>
#include <map>
#include <nlohmann/json.hpp>
#include <string>

using nlohmann::json;

struct Ticket {
  std::string title;
  int priority = 0;
};
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(Ticket, title, priority)
std::map<int, Ticket> tickets;

void routes(httplib::Server &server) {
  server.Post("/tickets", [](const httplib::Request &req, httplib::Response &res) {
    auto body = json::parse(req.body);
    // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: 'basic_json::parse' throws for data that a client got wrong, and nobody turns that into a 400: it ends as a 500 or as a dropped connection [async-unchecked-request-body]
    // CHECK-NOTES: :[[@LINE-3]]:10: note: 'lambda' answers POST of '/tickets', registered with 'Server::Post' here
    // CHECK-NOTES: :[[@LINE-3]]:17: note: catch it in the handler, or in what calls the handlers, and answer 400
    // What else throws there is caught with it.
    tickets[1] = body.get<Ticket>();
    tickets[2].title = body.at("title");
    res.status = 201;
  });
  server.Get("/tickets", [](const httplib::Request &req, httplib::Response &) {
    tickets[std::stoi(req.get_param_value("page"))].title = "";
    // CHECK-MESSAGES: :[[@LINE-1]]:13: warning: 'stoi' throws for data that a client got wrong
  });
  server.Get("/tickets/:id", [](const httplib::Request &req, httplib::Response &) {
    const std::string id = req.path_params.at("id");
    tickets[std::atoi(id.c_str())].title = "";
    // CHECK-MESSAGES: :[[@LINE-1]]:13: warning: 'atoi' makes 0 of text that is no number: the request goes on with a value that the client didn't send [async-unchecked-request-body]
    // CHECK-NOTES: :[[@LINE-4]]:10: note: 'lambda' answers GET of '/tickets/:id', registered with 'Server::Get' here
    // CHECK-NOTES: :[[@LINE-3]]:13: note: use std::from_chars, and answer 400 where it doesn't read all of the text
    tickets[static_cast<int>(std::strtol(id.c_str(), nullptr, 10))].title = "";
    // CHECK-MESSAGES: :[[@LINE-1]]:30: warning: 'strtol' makes 0 of text that is no number
  });
  server.Put("/tickets/:id", [](const httplib::Request &req, httplib::Response &) {
    int id = boost::lexical_cast<int>(req.get_header_value("X-Id"));
    // CHECK-MESSAGES: :[[@LINE-1]]:14: warning: 'lexical_cast' throws
    tickets[id].title = "";
  });
  // Nothing of these is a request's data.
  server.Get("/limits", [](const httplib::Request &, httplib::Response &res) {
    res.status = std::atoi(std::getenv("LIMIT")) + std::stoi("200");
    static const json defaults = json::parse(R"({"title": "new"})");
    res.set_content(defaults.at("title").get<std::string>(), "text/plain");
    tickets.at(7).title = "";
  });
}

int main(int argc, char **argv) {
  httplib::Server server;
  routes(server);
  json config = json::parse(argc > 2 ? argv[2] : "{}");
  server.listen(config.at("host").get<std::string>(), std::stoi(argc > 1 ? argv[1] : "8080"));
}
