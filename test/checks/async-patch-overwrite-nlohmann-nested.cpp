// Objects in objects, pointers into them, and documents that are kept.
// RUN: %check_async_tidy %s async-patch-overwrite %t
#include <httplib.h>
#include <map>
#include <nlohmann/json.hpp>
#include <string>

using nlohmann::json;

struct Address {
  std::string street;
  std::string city;
};
struct Customer {
  std::string name;
  Address address;
  Address *invoice = nullptr;
};

std::map<std::string, Customer> customers;
std::map<std::string, json> documents;

void nested(httplib::Server &server) {
  server.Patch("/customers/:id", [](const httplib::Request &req, httplib::Response &) {
    const json body = json::parse(req.body);
    Customer &customer = customers.at(req.path_params.at("id"));
    const json &address = body.at("address");
    customer.address.street = address.value("street", "");
    // CHECK-MESSAGES: :[[@LINE-1]]:29: warning: a PATCH request without 'street' overwrites 'customer.address.street' with "": what was stored is lost [async-patch-overwrite]
    // CHECK-NOTES: :[[@LINE-6]]:10: note: 'lambda' answers PATCH of '/customers/:id', registered with 'Server::Patch' here
    // CHECK-NOTES: :[[@LINE-3]]:29: note: keep the current value as the default
    // CHECK-FIXES: customer.address.street = address.value("street", customer.address.street);
    customer.address.city = body.at("address").value("city", "");
    // CHECK-MESSAGES: :[[@LINE-1]]:27: warning: a PATCH request without 'city' overwrites 'customer.address.city' with ""
    // CHECK-FIXES: customer.address.city = body.at("address").value("city", customer.address.city);
    customer.invoice->city = body["invoice"].value("city", "");
    // CHECK-MESSAGES: :[[@LINE-1]]:28: warning: a PATCH request without 'city' overwrites 'customer.invoice->city' with ""
    // CHECK-FIXES: customer.invoice->city = body["invoice"].value("city", customer.invoice->city);
    auto &invoice = *customer.invoice;
    invoice.street = body["invoice"].value("street", invoice.street);
    if (body.contains("invoice")) {
      const auto &sent = body["invoice"];
      if (sent.contains("street"))
        invoice.street = sent["street"].get<std::string>();
      // The street was asked for, and the city wasn't.
      invoice.city = sent.value("city", "none");
      // CHECK-MESSAGES: :[[@LINE-1]]:20: warning: a PATCH request without 'city' overwrites 'invoice.city' with "none"
      // CHECK-FIXES: invoice.city = sent.value("city", invoice.city);
    }
  });
}

void pointers(httplib::Server &server) {
  server.Patch("/pointers/:id", [](const httplib::Request &req, httplib::Response &) {
    const json body = json::parse(req.body);
    Customer &customer = customers.at(req.path_params.at("id"));
    const json::json_pointer street("/address/street");
    customer.address.city = body.value(json::json_pointer("/address/city"), std::string());
    // CHECK-MESSAGES: :[[@LINE-1]]:27: warning: a PATCH request without '/address/city' overwrites 'customer.address.city' with an empty value
    // CHECK-FIXES: customer.address.city = body.value(json::json_pointer("/address/city"), customer.address.city);
    if (body.contains(street))
      customer.address.street = body.at(street).get<std::string>();
    customer.name = body.at(json::json_pointer("/name")).get<std::string>();
  });
}

// What is stored is a document itself.
void kept_documents(httplib::Server &server) {
  server.Patch("/documents/:id", [](const httplib::Request &req, httplib::Response &res) {
    json body = json::parse(req.body);
    json &document = documents.at(req.path_params.at("id"));
    document["title"] = body["title"];
    // CHECK-MESSAGES: :[[@LINE-1]]:23: warning: a PATCH request without 'title' overwrites 'document["title"]' with null
    // CHECK-FIXES: if (body.contains("title"))
    // CHECK-FIXES-NEXT: document["title"] = body["title"];
    document["owner"] = body.value("owner", "nobody");
    // CHECK-MESSAGES: :[[@LINE-1]]:23: warning: a PATCH request without 'owner' overwrites 'document["owner"]' with "nobody"
    document["text"] = body.at("text");
    if (body.contains("state"))
      document["state"] = body["state"];
    document["size"] = body.value("size", document["size"]);
    for (auto &[key, value] : body.items())
      document[key] = value;
    for (auto it = body.begin(); it != body.end(); ++it)
      document[it.key()] = it.value();
    for (const char *key : {"color", "shape"})
      if (body.contains(key))
        document[key] = body[key];
    document.merge_patch(body);
    document.update(body);

    json answer;
    answer["title"] = body["title"];
    res.set_content(answer.dump(), "application/json");
  });
  server.Patch("/replaced/:id", [](const httplib::Request &req, httplib::Response &) {
    json body = json::parse(req.body);
    documents[req.path_params.at("id")] = body;
    // CHECK-MESSAGES: :[[@LINE-1]]:41: warning: a PATCH request replaces 'documents[req.path_params.at("id")]' as a whole
  });
}
