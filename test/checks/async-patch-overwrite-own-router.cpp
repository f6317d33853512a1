// Servers of the project's own: routers, tables, comparisons.
// RUN: %check_async_tidy %s async-patch-overwrite %t
#include <Poco/Net/HTTPRequestHandler.h>
#include <Poco/Net/HTTPServerRequest.h>
#include <functional>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>
using nlohmann::json;

enum class Method { Get, Post, Put, Patch, Delete };
struct Request {
  Method method = Method::Get;
  std::string verb, path, body;
  std::map<std::string, std::string> params;
};
struct Response {
  int status = 200;
  std::string body;
};
using Handler = std::function<Response(const Request &)>;

struct Item {
  std::string name, unit;
  int amount = 0;
};
std::map<std::string, Item> items;

class Router {
public:
  void add(Method method, std::string path, Handler handler) { routes_.push_back({method, path, handler}); }
  void patch(const std::string &path, Handler handler) { add(Method::Patch, path, std::move(handler)); }
  void put(const std::string &path, Handler handler) { add(Method::Put, path, std::move(handler)); }
  Response route(const Request &req) const {
    for (const auto &route : routes_)
      if (route.method == req.method && route.path == req.path)
        return route.handler(req);
    return {404, ""};
  }

private:
  struct Route {
    Method method;
    std::string path;
    Handler handler;
  };
  std::vector<Route> routes_;
};
Request read(Poco::Net::HTTPServerRequest &request);
// What runs it for requests.
class Entry : public Poco::Net::HTTPRequestHandler {
public:
  explicit Entry(Router &router) : router_(router) {}
  void handleRequest(Poco::Net::HTTPServerRequest &request, Poco::Net::HTTPServerResponse &) override { router_.route(read(request)); }

private:
  Router &router_;
};

Response rename_item(const Request &req) {
  const json body = json::parse(req.body);
  items.at("1").name = body.value("name", "");
  // CHECK-MESSAGES: :[[@LINE-1]]:22: warning: a PATCH request without 'name' overwrites 'items.at("1").name' with "": what was stored is lost [async-patch-overwrite]
  // CHECK-NOTES: note: 'rename_item' answers PATCH of '/items/{id}/name'
  // CHECK-FIXES: {{^  }}if (body.contains("name"))
  // CHECK-FIXES-NEXT: {{^    }}items.at("1").name = body.value("name", "");
  return {};
}
Response replace_item(const Request &req) {
  items["1"].name = json::parse(req.body).value("name", "");
  return {};
}

void serve(Router &router) {
  router.add(Method::Patch, "/items/{id}/name", rename_item);
  router.add(Method::Put, "/items/{id}/name", replace_item);
  router.add(Method::Patch, "/items/{id}", [](const Request &req) {
    const json body = json::parse(req.body);
    Item &item = items.at(req.params.at("id"));
    item.amount = body.value("amount", 0);
    // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: a PATCH request without 'amount' overwrites 'item.amount' with 0
    // CHECK-NOTES: note: 'lambda' answers PATCH of '/items/{id}'
    // CHECK-FIXES: {{^    }}item.amount = body.value("amount", item.amount);
    item.unit = body.value("unit", item.unit);
    return Response{};
  });
  // The method is the function's name.
  router.patch("/items/{id}/unit", [](const Request &req) {
    Item &item = items.at("1");
    item.unit = json::parse(req.body).value("unit", "pcs");
    // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: a PATCH request without 'unit' overwrites 'item.unit' with "pcs"
    // CHECK-FIXES: {{^    }}item.unit = json::parse(req.body).value("unit", item.unit);
    return Response{};
  });
  router.put("/items/{id}", replace_item);
}

// Texts, compared.
Response update(const Request &req) {
  const auto body = json::parse(req.body);
  items.at("2").unit = body.value("unit", "");
  // CHECK-MESSAGES: :[[@LINE-1]]:22: warning: a PATCH request without 'unit' overwrites 'items.at("2").unit' with ""
  // CHECK-NOTES: note: 'handle' answers PATCH of '/items/' here
  // CHECK-FIXES: {{^  }}if (body.contains("unit"))
  // CHECK-FIXES-NEXT: {{^    }}items.at("2").unit = body.value("unit", "");
  return {};
}
Response handle(const Request &req) {
  const std::string_view path = req.path;
  if (path.starts_with("/items/") && req.verb == "PATCH")
    return update(req);
  else if (req.verb == "PUT" || req.verb == "POST")
    return replace_item(req);
  return {405, ""};
}
Response choose(const Request &req) {
  switch (req.method) {
  case Method::Put:
  case Method::Post:
    return replace_item(req);
  case Method::Patch: {
    auto &item = items.at(req.params.at("id"));
    item.amount = json::parse(req.body).value("amount", 1);
    // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: a PATCH request without 'amount' overwrites 'item.amount' with 1
    // CHECK-FIXES: {{^    }}item.amount = json::parse(req.body).value("amount", item.amount);
    return {};
  }
  default:
    return {405, ""};
  }
}
// PUT and PATCH alike: that PUT may do it doesn't help PATCH.
Response both(const Request &req) {
  if (req.method == Method::Put || req.method == Method::Patch) {
    const auto body = json::parse(req.body);
    auto &item = items.at(req.params.at("id"));
    item.name = body.value("name", "");
    // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: a PATCH request without 'name' overwrites 'item.name' with ""
    // CHECK-FIXES: {{^    }}item.name = body.value("name", item.name);
  }
  return {};
}
// A table of texts.
Response from_table(const Request &req) {
  items.at("3").unit = json::parse(req.body).value("unit", "");
  // CHECK-MESSAGES: :[[@LINE-1]]:22: warning: a PATCH request without 'unit' overwrites 'items.at("3").unit' with ""
  return {};
}
const std::map<std::string, Response (*)(const Request &)> table = {{"PUT", replace_item}, {"PATCH", from_table}};

// A client that sends PATCH answers nothing.
struct Client {
  Response send(Method method, const std::string &path, const std::string &body);
};
void notify(Client &client, const std::string &text) {
  const auto answer = client.send(Method::Patch, "/elsewhere", text);
  items["client"].name = json::parse(answer.body).value("name", "");
}
