// RUN: %check_async_tidy %s async-unchecked-request-body %t --real -std=c++17 -- -fdelayed-template-parsing
// This version's headers have a mistake in a template that nobody instantiates.
#include <nlohmann/json.hpp>
#include <pistache/endpoint.h>
#include <pistache/router.h>
#include <string>

using namespace Pistache;

void store(int id, const std::string &title);

struct Service {
  void change(const Rest::Request &request, Http::ResponseWriter response) {
    auto body = nlohmann::json::parse(request.body());
    // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: 'basic_json::parse' throws for data that a client got wrong
    store(1, body.at("title").get<std::string>());
    response.send(Http::Code::Ok);
  }
  void numbers(const Rest::Request &request, Http::ResponseWriter response) {
    store(request.param(":id").as<int>(), request.param(":title").as<std::string>());
    // CHECK-MESSAGES: :[[@LINE-1]]:32: warning: 'TypedParam::as' throws for data that a client got wrong
    response.send(Http::Code::Ok);
  }
  void tried(const Rest::Request &request, Http::ResponseWriter response) {
    try {
      auto body = nlohmann::json::parse(request.body());
      store(request.param(":id").as<int>(), body.at("title").get<std::string>());
      response.send(Http::Code::Ok);
    } catch (const std::exception &error) {
      response.send(Http::Code::Bad_Request, error.what());
    }
  }
};

int main() {
  Service service;
  Rest::Router router;
  Rest::Routes::Put(router, "/orders", Rest::Routes::bind(&Service::change, &service));
  Rest::Routes::Get(router, "/orders/:id/:title", Rest::Routes::bind(&Service::numbers, &service));
  Rest::Routes::Patch(router, "/orders/:id", Rest::Routes::bind(&Service::tried, &service));
  Http::Endpoint endpoint(Address(Ipv4::any(), Port(8080)));
  endpoint.init();
  endpoint.setHandler(router.handler());
  endpoint.serve();
}
