// The ways by which a body becomes a document of JsonCpp's.
// RUN: %check_async_tidy %s async-patch-overwrite %t --no-fix
#include <httplib.h>
#include <json/json.h>
#include <map>
#include <memory>
#include <sstream>
#include <stdexcept>
#include <string>

struct Product {
  std::string name;
  int stock = 0;
};

std::map<std::string, Product> products;

bool parse(const std::string &text, Json::Value &into) {
  Json::CharReaderBuilder builder;
  std::unique_ptr<Json::CharReader> reader(builder.newCharReader());
  std::string errors;
  return reader->parse(text.data(), text.data() + text.size(), &into, &errors);
}

Json::Value parsed(const std::string &text) {
  Json::Value root;
  std::istringstream in(text);
  std::string errors;
  if (!Json::parseFromStream(Json::CharReaderBuilder(), in, &root, &errors))
    throw std::invalid_argument(errors);
  return root;
}

// Somewhere else.
bool readJson(const httplib::Request &req, Json::Value *into);

void by_readers(httplib::Server &server) {
  server.Patch("/reader/:id", [](const httplib::Request &req, httplib::Response &) {
    Json::Value body;
    Json::Reader reader;
    reader.parse(req.body, body);
    Product &product = products.at(req.path_params.at("id"));
    product.name = body["name"].asString();
    // CHECK-MESSAGES: :[[@LINE-1]]:18: warning: a PATCH request without 'name' overwrites 'product.name' with an empty value: what was stored is lost [async-patch-overwrite]
  });
  server.Patch("/char-reader/:id", [](const httplib::Request &req, httplib::Response &res) {
    Json::Value root;
    JSONCPP_STRING errors;
    Json::CharReaderBuilder builder;
    const std::unique_ptr<Json::CharReader> reader(builder.newCharReader());
    const auto &text = req.body;
    if (!reader->parse(text.c_str(), text.c_str() + text.length(), &root, &errors)) {
      res.status = 400;
      return;
    }
    Product &product = products.at(req.path_params.at("id"));
    product.name = root["name"].asString();
    // CHECK-MESSAGES: :[[@LINE-1]]:18: warning: a PATCH request without 'name' overwrites 'product.name' with an empty value
    product.stock = root.get("stock", 0).asInt();
    // CHECK-MESSAGES: :[[@LINE-1]]:19: warning: a PATCH request without 'stock' overwrites 'product.stock' with 0
  });
}

void by_streams(httplib::Server &server) {
  server.Patch("/stream/:id", [](const httplib::Request &req, httplib::Response &) {
    std::stringstream in(req.body);
    Json::Value body;
    in >> body;
    Product &product = products.at(req.path_params.at("id"));
    product.name = body["name"].asString();
    // CHECK-MESSAGES: :[[@LINE-1]]:18: warning: a PATCH request without 'name' overwrites 'product.name' with an empty value
    product.stock = body.get("stock", 1).asInt();
    // CHECK-MESSAGES: :[[@LINE-1]]:19: warning: a PATCH request without 'stock' overwrites 'product.stock' with 1
  });
  server.Patch("/from-stream/:id", [](const httplib::Request &req, httplib::Response &) {
    std::istringstream in{req.body};
    Json::Value body;
    std::string errors;
    Json::CharReaderBuilder builder;
    if (!Json::parseFromStream(builder, in, &body, &errors))
      return;
    Product &product = products.at(req.path_params.at("id"));
    product.name = body["name"].asString();
    // CHECK-MESSAGES: :[[@LINE-1]]:18: warning: a PATCH request without 'name' overwrites 'product.name' with an empty value
  });
}

void by_functions(httplib::Server &server) {
  server.Patch("/into/:id", [](const httplib::Request &req, httplib::Response &res) {
    Json::Value body;
    if (!parse(req.body, body)) {
      res.status = 400;
      return;
    }
    Product &product = products.at(req.path_params.at("id"));
    product.name = body["name"].asString();
    // CHECK-MESSAGES: :[[@LINE-1]]:18: warning: a PATCH request without 'name' overwrites 'product.name' with an empty value
  });
  server.Patch("/returned/:id", [](const httplib::Request &req, httplib::Response &) {
    const Json::Value body = parsed(req.body);
    Product &product = products.at(req.path_params.at("id"));
    product.name = body["name"].asString();
    // CHECK-MESSAGES: :[[@LINE-1]]:18: warning: a PATCH request without 'name' overwrites 'product.name' with an empty value
  });
  server.Patch("/pointer/:id", [](const httplib::Request &req, httplib::Response &) {
    Json::Value body;
    if (!readJson(req, &body))
      return;
    Product &product = products.at(req.path_params.at("id"));
    product.stock = body["stock"].asInt();
    // CHECK-MESSAGES: :[[@LINE-1]]:19: warning: a PATCH request without 'stock' overwrites 'product.stock' with 0
    if (body.isMember("name"))
      product.name = body["name"].asString();
  });
}

// Another document than the request's.
void of_a_file(httplib::Server &server, const Json::Value &defaults) {
  server.Patch("/reset/:id", [defaults](const httplib::Request &req, httplib::Response &) {
    Product &product = products.at(req.path_params.at("id"));
    product.name = defaults["name"].asString();
    Json::Value settings = parsed("{}");
    product.stock = settings["stock"].asInt();
  });
}
