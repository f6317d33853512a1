// JsonCpp: a member that is missing is a null, and a null as a text is "".
// RUN: %check_async_tidy %s async-patch-overwrite %t
#include <httplib.h>
#include <json/json.h>
#include <map>
#include <memory>
#include <string>

class Ticket {
public:
  void setTitle(const std::string &title);
  void setText(std::string text);
  void setPriority(int priority);
  void setOpen(bool open);
  void set_owner(const std::string &owner);
  int priority() const;
};

struct Product {
  std::string name;
  std::string description;
  int stock = 0;
  long long cents = 0;
  unsigned weight = 0;
  double rating = 0;
  bool listed = false;
};

std::map<std::string, Product> products;
std::map<std::string, std::shared_ptr<Ticket>> tickets;

void by_name(httplib::Server &server) {
  server.Patch("/products/:id", [](const httplib::Request &req, httplib::Response &res) {
    Json::Value body;
    Json::Reader reader;
    if (!reader.parse(req.body, body)) {
      res.status = 400;
      return;
    }
    Product &product = products.at(req.path_params.at("id"));
    product.name = body["name"].asString();
    // CHECK-MESSAGES: :[[@LINE-1]]:18: warning: a PATCH request without 'name' overwrites 'product.name' with an empty value: what was stored is lost [async-patch-overwrite]
    // CHECK-NOTES: :[[@LINE-10]]:10: note: 'lambda' answers PATCH of '/products/:id', registered with 'Server::Patch' here
    // CHECK-NOTES: :[[@LINE-3]]:18: note: write it only when it was sent
    // CHECK-FIXES: if (body.isMember("name"))
    // CHECK-FIXES-NEXT: product.name = body["name"].asString();
    product.stock = body["stock"].asInt();
    // CHECK-MESSAGES: :[[@LINE-1]]:19: warning: a PATCH request without 'stock' overwrites 'product.stock' with 0
    // CHECK-FIXES: if (body.isMember("stock"))
    // CHECK-FIXES-NEXT: product.stock = body["stock"].asInt();
    product.cents = body["cents"].asInt64();
    // CHECK-MESSAGES: :[[@LINE-1]]:19: warning: a PATCH request without 'cents' overwrites 'product.cents' with 0
    // CHECK-FIXES: if (body.isMember("cents"))
    // CHECK-FIXES-NEXT: product.cents = body["cents"].asInt64();
    product.weight = body["weight"].asUInt();
    // CHECK-MESSAGES: :[[@LINE-1]]:20: warning: a PATCH request without 'weight' overwrites 'product.weight' with 0
    product.rating = body["rating"].asDouble();
    // CHECK-MESSAGES: :[[@LINE-1]]:20: warning: a PATCH request without 'rating' overwrites 'product.rating' with 0
    product.listed = body["listed"].asBool();
    // CHECK-MESSAGES: :[[@LINE-1]]:20: warning: a PATCH request without 'listed' overwrites 'product.listed' with false
    // CHECK-FIXES: if (body.isMember("listed"))
    // CHECK-FIXES-NEXT: product.listed = body["listed"].asBool();
    product.description = body["description"].as<std::string>();
    // CHECK-MESSAGES: :[[@LINE-1]]:25: warning: a PATCH request without 'description' overwrites 'product.description' with an empty value
    // Only a text has one: a null throws.
    product.description = body["description"].asCString();
  });
}

void with_a_default(httplib::Server &server) {
  server.Patch("/stock/:id", [](const httplib::Request &req, httplib::Response &) {
    Json::Value body;
    Json::Reader().parse(req.body, body);
    Product &product = products.at(req.path_params.at("id"));
    product.name = body.get("name", "").asString();
    // CHECK-MESSAGES: :[[@LINE-1]]:18: warning: a PATCH request without 'name' overwrites 'product.name' with ""
    // CHECK-FIXES: product.name = body.get("name", product.name).asString();
    product.stock = body.get("stock", 0).asInt();
    // CHECK-MESSAGES: :[[@LINE-1]]:19: warning: a PATCH request without 'stock' overwrites 'product.stock' with 0
    // CHECK-FIXES: product.stock = body.get("stock", product.stock).asInt();
    product.listed = body.get("listed", true).asBool();
    // CHECK-MESSAGES: :[[@LINE-1]]:20: warning: a PATCH request without 'listed' overwrites 'product.listed' with true
    // CHECK-FIXES: product.listed = body.get("listed", product.listed).asBool();
    product.description = body.get("description", Json::Value()).asString();
    // CHECK-MESSAGES: :[[@LINE-1]]:25: warning: a PATCH request without 'description' overwrites 'product.description' with an empty value
    product.rating = body.get("rating", product.rating).asDouble();
  });
}

// Setters in place of members.
void with_setters(httplib::Server &server) {
  server.Patch("/tickets/:id", [](const httplib::Request &req, httplib::Response &res) {
    Json::Value patch;
    if (!Json::Reader().parse(req.body, patch)) {
      res.status = 400;
      return;
    }
    std::shared_ptr<Ticket> ticket = tickets.at(req.path_params.at("id"));
    ticket->setTitle(patch["title"].asString());
    // CHECK-MESSAGES: :[[@LINE-1]]:13: warning: a PATCH request without 'title' has 'ticket->setTitle' overwrite what was stored with an empty value
    // CHECK-NOTES: :[[@LINE-9]]:10: note: 'lambda' answers PATCH of '/tickets/:id', registered with 'Server::Patch' here
    // CHECK-NOTES: :[[@LINE-3]]:13: note: write it only when it was sent
    // CHECK-FIXES: if (patch.isMember("title"))
    // CHECK-FIXES-NEXT: ticket->setTitle(patch["title"].asString());
    ticket->setPriority(patch.get("priority", 3).asInt());
    // CHECK-MESSAGES: :[[@LINE-1]]:13: warning: a PATCH request without 'priority' has 'ticket->setPriority' overwrite what was stored with 3
    // CHECK-FIXES: if (patch.isMember("priority"))
    // CHECK-FIXES-NEXT: ticket->setPriority(patch.get("priority", 3).asInt());
    ticket->setOpen(patch["open"].asBool());
    // CHECK-MESSAGES: :[[@LINE-1]]:13: warning: a PATCH request without 'open' has 'ticket->setOpen' overwrite what was stored with false
    if (patch.isMember("text"))
      ticket->setText(patch["text"].asString());
    ticket->set_owner(patch["owner"].asString());
    // CHECK-MESSAGES: :[[@LINE-1]]:13: warning: a PATCH request without 'owner' has 'ticket->set_owner' overwrite what was stored with an empty value
  });
}

void asked_before(httplib::Server &server) {
  server.Patch("/shelf/:id", [](const httplib::Request &req, httplib::Response &res) {
    Json::Value body;
    if (!Json::Reader().parse(req.body, body) || !body.isObject()) {
      res.status = 400;
      return;
    }
    auto found = products.find(req.path_params.at("id"));
    Product &product = found->second;
    if (body.isMember("name"))
      product.name = body["name"].asString();
    if (!body["description"].isNull())
      product.description = body["description"].asString();
    if (body.isMember("stock") && body["stock"].isInt())
      product.stock = body["stock"].asInt();
    if (const Json::Value &rating = body["rating"]; rating.isNumeric())
      product.rating = rating.asDouble();
    const Json::Value &listed = body["listed"];
    if (listed.isBool())
      product.listed = listed.asBool();
    product.weight = body["weight"].isNull() ? product.weight : body["weight"].asUInt();
    if (!body.isMember("cents")) {
      res.status = 422;
      return;
    }
    product.cents = body["cents"].asInt64();
  });
}
