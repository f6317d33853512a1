// Functions of the project that ask for the fields, before anything is written.
// RUN: %check_async_tidy %s async-patch-overwrite %t
#include <httplib.h>
#include <initializer_list>
#include <map>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string>
#include <vector>
using nlohmann::json;
using httplib::Request;
using httplib::Response;

struct Product {
  std::string name, sku;
  double price = 0;
  int stock = 0;
};
std::map<std::string, Product> products;

struct BadRequest : std::runtime_error {
  using std::runtime_error::runtime_error;
};
void require(const json &body, const std::string &key) {
  if (!body.contains(key))
    throw BadRequest("missing " + key);
}
void require_all(const json &body, std::initializer_list<const char *> keys) {
  for (const char *key : keys)
    if (!body.contains(key))
      throw BadRequest(key);
}
bool has(const json &body, const char *key) { return body.is_object() && body.contains(key); }
bool is_valid(const json &body) {
  return body.contains("name") && body["name"].is_string() && body.contains("sku");
}
std::vector<std::string> errors_of(const json &body) {
  std::vector<std::string> errors;
  for (const char *key : {"name", "price"})
    if (!body.contains(key))
      errors.push_back(key);
  return errors;
}
void validate_product(const json &body); // of another file
bool check_schema(const json &body, const char *schema);
void log_body(const json &body) { products["log"].name = body.dump(); }

void throws_for_it(const Request &req, Response &) {
  const json body = json::parse(req.body);
  require(body, "name");
  require_all(body, {"price", "stock"});
  Product &product = products.at(req.path_params.at("id"));
  product.name = body.value("name", "");
  product.price = body.value("price", 0.0);
  product.stock = body.value("stock", 0);
  product.sku = body.value("sku", "");
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: a PATCH request without 'sku' overwrites 'product.sku' with "": what was stored is lost
  // CHECK-FIXES: {{^  }}product.sku = body.value("sku", product.sku);
}

void answers_for_it(const Request &req, Response &res) {
  const json body = json::parse(req.body);
  Product &product = products.at(req.path_params.at("id"));
  if (!is_valid(body)) {
    res.status = 422;
    return;
  }
  product.name = body.value("name", "");
  product.sku = body.value("sku", "");
  product.stock = body.value("stock", 0);
  // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: a PATCH request without 'stock' overwrites 'product.stock' with 0: what was stored is lost
  // CHECK-FIXES: {{^  }}product.stock = body.value("stock", product.stock);
  if (const auto errors = errors_of(body); !errors.empty()) {
    res.set_content(errors.front(), "text/plain");
    return;
  }
  product.price = body.value("price", 0.0);
}

void asks_for_it(const Request &req, Response &) {
  const json body = json::parse(req.body);
  Product &product = products.at(req.path_params.at("id"));
  if (has(body, "name"))
    product.name = body.value("name", "");
  product.sku = has(body, "sku") ? body.value("sku", "") : product.sku;
  product.price = has(body, "price") ? body["price"].get<double>() : 0.0;
  // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: a PATCH request without 'price' overwrites 'product.price' with 0.0: what was stored is lost
  // CHECK-FIXES: {{^  }}product.price = has(body, "price") ? body["price"].get<double>() : product.price;
}

// What isn't seen may ask for it.
void unseen(const Request &req, Response &res) {
  const json body = json::parse(req.body);
  Product &product = products.at(req.path_params.at("id"));
  validate_product(body);
  product.name = body.value("name", "");
}
void unseen_schema(const Request &req, Response &res) {
  const json body = json::parse(req.body);
  if (!check_schema(body, "product"))
    return;
  products.at(req.path_params.at("id")).name = body.value("name", "");
}

// It looks at the body, and turns nobody away.
void only_logs(const Request &req, Response &) {
  const json body = json::parse(req.body);
  Product &product = products.at(req.path_params.at("id"));
  log_body(body);
  product.name = body.value("name", "");
  // CHECK-MESSAGES: :[[@LINE-1]]:16: warning: a PATCH request without 'name' overwrites 'product.name' with "": what was stored is lost
  // CHECK-FIXES: {{^  }}product.name = body.value("name", product.name);
  is_valid(body);
  product.sku = body.value("sku", "");
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: a PATCH request without 'sku' overwrites 'product.sku' with "": what was stored is lost
  // CHECK-FIXES: {{^  }}product.sku = body.value("sku", product.sku);
}

void routes(httplib::Server &server) {
  server.Patch("/a/:id", throws_for_it);
  server.Patch("/b/:id", answers_for_it);
  server.Patch("/c/:id", asks_for_it);
  server.Patch("/d/:id", unseen);
  server.Patch("/e/:id", unseen_schema);
  server.Patch("/f/:id", only_logs);
}
