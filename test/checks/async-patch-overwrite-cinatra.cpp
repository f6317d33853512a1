// cinatra: methods as template arguments, coroutines, iguana's structs.
// RUN: %check_async_tidy %s async-patch-overwrite %t
#include <async_simple/coro/Lazy.h>
#include <cinatra/coro_http_server.hpp>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
using namespace cinatra;
using nlohmann::json;

struct Person {
  std::string name, city;
  int age = 0;
};
std::map<std::string, Person> people;
async_simple::coro::Lazy<Person> load(std::string id);
async_simple::coro::Lazy<void> save(Person person);

class PersonController {
public:
  void patch(coro_http_request &req, coro_http_response &resp) {
    auto &person = people.at(req.params_["id"]);
    person.name = req.get_query_value("name");
    // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: a PATCH request without 'name' overwrites 'person.name' with an empty value: what was stored is lost [async-patch-overwrite]
    // CHECK-NOTES: note: 'PersonController::patch' answers PATCH of '/people/:id', registered with 'coro_http_server::set_http_handler' here
    // CHECK-FIXES: {{^    }}if (!req.get_query_value("name").empty())
    // CHECK-FIXES-NEXT: {{^      }}person.name = req.get_query_value("name");
    person.city = req.get_decode_query_value("city");
    // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: a PATCH request without 'city' overwrites 'person.city' with an empty value
    resp.set_status_and_content(status_type::ok);
  }
};

void routes(coro_http_server &server, PersonController &controller) {
  server.set_http_handler<http_method::PATCH>("/lambda/:id", [](coro_http_request &req, coro_http_response &resp) {
    const auto body = json::parse(req.get_body());
    auto it = people.find(req.params_["id"]);
    if (it == people.end()) {
      resp.set_status_and_content(status_type::not_found);
      return;
    }
    it->second.name = body.value("name", "");
    // CHECK-MESSAGES: :[[@LINE-1]]:21: warning: a PATCH request without 'name' overwrites 'it->second.name' with ""
    // CHECK-NOTES: note: 'lambda' answers PATCH of '/lambda/:id', registered with 'coro_http_server::set_http_handler' here
    // CHECK-FIXES: {{^    }}it->second.name = body.value("name", it->second.name);
    it->second.age = body.value("age", it->second.age);
    resp.set_status_and_content(status_type::ok);
  });
  server.set_http_handler<http_method::PUT, http_method::PATCH>(
      "/coroutines/:id", [](coro_http_request &req, coro_http_response &resp) -> async_simple::coro::Lazy<void> {
        const auto body = json::parse(req.get_body());
        Person person = co_await load(req.params_["id"]);
        person.age = body.value("age", 0);
        // CHECK-MESSAGES: :[[@LINE-1]]:20: warning: a PATCH request without 'age' overwrites 'person.age' with 0
        // CHECK-FIXES: {{^        }}person.age = body.value("age", person.age);
        co_await save(person);
        resp.set_status_and_content(status_type::ok);
      });
  server.set_http_handler<http_method::PATCH>("/people/:id", &PersonController::patch, controller);
  server.set_http_handler<PUT, POST>("/replaced/:id", [](coro_http_request &req, coro_http_response &) {
    people["1"].name = json::parse(req.get_body()).value("name", "");
  });
  server.set_default_handler([](coro_http_request &req, coro_http_response &resp) -> async_simple::coro::Lazy<void> {
    if (req.get_method() == "PATCH") {
      const auto body = json::parse(req.get_body());
      people["default"].city = body.value("city", "");
      // CHECK-MESSAGES: :[[@LINE-1]]:30: warning: a PATCH request without 'city' overwrites 'people["default"].city' with ""
      // CHECK-NOTES: note: 'lambda' answers PATCH
      // CHECK-FIXES: {{^      }}if (body.contains("city"))
      // CHECK-FIXES-NEXT: {{^        }}people["default"].city = body.value("city", "");
    }
    co_return;
  });
}
