// Which code runs for PATCH: code that PUT shares, branches of other methods, chains of calls.
// RUN: %check_async_tidy %s async-patch-overwrite %t
#include <httplib.h>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
using nlohmann::json;

enum class Method { Get, Post, Put, Patch, Delete };
struct Request {
  Method method = Method::Get;
  std::string body;
};
struct Item {
  std::string name, unit;
  int amount = 0;
};
std::map<std::string, Item> items;

void either(const Request &req) {
  if (req.method == Method::Put || req.method == Method::Patch)
    items.at("1").name = json::parse(req.body).value("name", "");
  // CHECK-MESSAGES: :[[@LINE-1]]:24: warning: a PATCH request without 'name' overwrites 'items.at("1").name' with "": what was stored is lost [async-patch-overwrite]
  // CHECK-NOTES: note: 'either' answers PATCH here
}
void neither(const Request &req) {
  if (req.method != Method::Patch && req.method != Method::Put)
    return;
  items.at("2").name = json::parse(req.body).value("name", "");
  // CHECK-MESSAGES: :[[@LINE-1]]:22: warning: a PATCH request without 'name' overwrites 'items.at("2").name' with ""
}
void shared_case(const Request &req) {
  switch (req.method) {
  case Method::Put:
  case Method::Patch:
    items.at("3").name = json::parse(req.body).value("name", "");
    // CHECK-MESSAGES: :[[@LINE-1]]:24: warning: a PATCH request without 'name' overwrites 'items.at("3").name' with ""
    break;
  case Method::Post:
    items["3"].unit = json::parse(req.body).value("unit", "");
    break;
  default:
    break;
  }
}
// One falls through into the other.
void falls_through(const Request &req) {
  const json body = json::parse(req.body);
  switch (req.method) {
  case Method::Patch:
    if (body.contains("unit"))
      items.at("4").unit = body.value("unit", "");
    [[fallthrough]];
  case Method::Put:
    items.at("4").name = body.value("name", "");
    // CHECK-MESSAGES: :[[@LINE-1]]:24: warning: a PATCH request without 'name' overwrites 'items.at("4").name' with ""
    // CHECK-NOTES: note: write it only when it was sent: 'if (body.contains("name"))'
    break;
  default:
    break;
  }
}
// The branches of others.
void others(const Request &req) {
  const json body = json::parse(req.body);
  auto &item = items["5"];
  if (req.method == Method::Put)
    item.name = body.value("name", "");
  if (req.method == Method::Patch)
    item.unit = body.value("unit", item.unit);
  else
    item.amount = body.value("amount", 0);
  const bool partial = req.method == Method::Patch;
  if (!partial)
    item.unit = body.value("unit", "");
  item.amount = req.method == Method::Patch ? body.value("amount", item.amount) : body.value("amount", 0);
}

// Registered for both, and asks for the difference.
void registered(const httplib::Request &req, httplib::Response &) {
  const json body = json::parse(req.body);
  auto &item = items.at(req.path_params.at("id"));
  if (req.method == "PUT") {
    item.name = body.value("name", "");
    return;
  }
  item.name = body.value("name", item.name);
  item.unit = body.value("unit", "");
  // CHECK-MESSAGES: :[[@LINE-1]]:13: warning: a PATCH request without 'unit' overwrites 'item.unit' with ""
  // CHECK-NOTES: note: 'registered' answers PATCH of '/items/:id', registered with 'Server::Patch' here
  // CHECK-FIXES: item.name = body.value("name", item.name);
  // CHECK-FIXES-NEXT: item.unit = body.value("unit", item.unit);
}
// A flag that the handlers give.
void store(Item &item, const json &body, bool partial) {
  if (!partial || body.contains("name"))
    item.name = body.value("name", "");
  if (partial) {
    item.amount = body.value("amount", item.amount);
  } else {
    item.amount = body.value("amount", 0);
  }
}
// A constant for the handler that is given to both.
const auto replace = [](const httplib::Request &req, httplib::Response &) {
  items["7"].name = json::parse(req.body).value("name", "");
  // CHECK-MESSAGES: :[[@LINE-1]]:19: warning: a PATCH request without 'name' overwrites 'items["7"].name' with ""
  // CHECK-NOTES: note: 'lambda' answers PATCH of '/replaced/:id', registered with 'Server::Patch' here
};
void routes(httplib::Server &server) {
  server.Patch("/items/:id", registered);
  server.Put("/items/:id", registered);
  server.Put("/replaced/:id", replace);
  server.Patch("/replaced/:id", replace);
  server.Patch("/flags/:id", [](const httplib::Request &req, httplib::Response &) {
    store(items.at(req.path_params.at("id")), json::parse(req.body), true);
  });
  server.Put("/flags/:id", [](const httplib::Request &req, httplib::Response &) {
    store(items[req.path_params.at("id")], json::parse(req.body), false);
  });
}
