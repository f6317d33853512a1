// Values on their way through local variables.
// RUN: %check_async_tidy %s async-patch-overwrite %t
#include <httplib.h>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
using nlohmann::json;

struct Order {
  std::string note, address;
  int quantity = 1;
  bool gift = false;
  std::optional<std::string> coupon;
};
std::map<std::string, Order> orders;
std::string trim(const std::string &text);
void audit(const std::string &what);

void through_locals(const httplib::Request &req, httplib::Response &) {
  auto body = json::parse(req.body);
  Order &order = orders.at(req.path_params.at("id"));
  const std::string note = body.value("note", "");
  auto quantity = body.value("quantity", 1);
  audit(note);
  order.note = note;
  // CHECK-MESSAGES: :[[@LINE-1]]:14: warning: a PATCH request without 'note' overwrites 'order.note' with "": what was stored is lost
  // CHECK-NOTES: :[[@LINE-5]]:33: note: 'note' is read here
  // CHECK-NOTES: note: 'through_locals' answers PATCH of '/orders/:id', registered with 'Server::Patch' here
  // CHECK-NOTES: :[[@LINE-4]]:14: note: write it only when it was sent
  // CHECK-FIXES: {{^  }}if (body.contains("note"))
  // CHECK-FIXES-NEXT: {{^    }}order.note = note;
  order.quantity = quantity;
  // CHECK-MESSAGES: :[[@LINE-1]]:18: warning: a PATCH request without 'quantity' overwrites 'order.quantity' with 1: what was stored is lost
  // CHECK-FIXES: {{^  }}if (body.contains("quantity"))
  // CHECK-FIXES-NEXT: {{^    }}order.quantity = quantity;
}

// Declared empty, filled where it was sent, and written anyway.
void filled_under_a_test(const httplib::Request &req, httplib::Response &) {
  auto body = json::parse(req.body);
  auto found = orders.find(req.path_params.at("id"));
  if (found == orders.end())
    return;
  std::string note;
  if (body.contains("note"))
    note = body["note"].get<std::string>();
  found->second.note = note;
  // CHECK-MESSAGES: :[[@LINE-1]]:22: warning: a PATCH request without 'note' overwrites 'found->second.note' with an empty value: what was stored is lost
  // CHECK-FIXES: note = body["note"].get<std::string>();
  // CHECK-FIXES-NEXT: if (body.contains("note"))
  // CHECK-FIXES-NEXT: found->second.note = note;
  std::string address = "none";
  if (body.contains("address") && body["address"].is_string())
    address = body["address"].get<std::string>();
  found->second.address = std::move(address);
  // CHECK-MESSAGES: :[[@LINE-1]]:25: warning: a PATCH request without 'address' overwrites 'found->second.address' with "none": what was stored is lost
  // CHECK-FIXES: address = body["address"].get<std::string>();
  // CHECK-FIXES-NEXT: if (body.contains("address"))
  // CHECK-FIXES-NEXT: found->second.address = std::move(address);
  int quantity = 0;
  try {
    quantity = body.at("quantity").get<int>();
  } catch (const json::exception &) {
  }
  found->second.quantity = quantity;
  // CHECK-MESSAGES: :[[@LINE-1]]:26: warning: a PATCH request without 'quantity' overwrites 'found->second.quantity' with 0: what was stored is lost
  // CHECK-FIXES: {{^  }}if (body.contains("quantity"))
  // CHECK-FIXES-NEXT: {{^    }}found->second.quantity = quantity;
}

// Not lost: it begins as the current value, or is written under the same test.
void silent(const httplib::Request &req, httplib::Response &) {
  auto body = json::parse(req.body);
  Order &order = orders.at(req.path_params.at("id"));
  std::string note = order.note;
  if (body.contains("note"))
    note = body["note"].get<std::string>();
  order.note = note;
  const std::string address = body.value("address", order.address);
  order.address = address;
  int quantity = 0;
  if (body.contains("quantity")) {
    quantity = body["quantity"].get<int>();
    order.quantity = quantity;
  }
  const bool has_gift = body.contains("gift");
  bool gift = body.value("gift", false);
  if (has_gift)
    order.gift = gift;
  std::optional<std::string> coupon;
  if (body.contains("coupon"))
    coupon = body["coupon"].get<std::string>();
  if (coupon)
    order.coupon = coupon;
  // Only looked at.
  const std::string reason = body.value("reason", "");
  audit(reason);
}

// An empty text is taken for one that wasn't sent.
void empty_is_absent(const httplib::Request &req, httplib::Response &res) {
  Order &order = orders.at(req.path_params.at("id"));
  auto note = req.get_param_value("note");
  if (!note.empty())
    order.note = note;
  auto address = json::parse(req.body).value("address", "");
  if (address.empty()) {
    res.status = 400;
    return;
  }
  order.address = address;
}

void optional_local(const httplib::Request &req, httplib::Response &) {
  auto body = json::parse(req.body);
  Order &order = orders.at(req.path_params.at("id"));
  std::optional<std::string> coupon;
  if (body.contains("coupon"))
    coupon = body["coupon"].get<std::string>();
  order.coupon = coupon;
  // CHECK-MESSAGES: :[[@LINE-1]]:16: warning: a PATCH request without 'coupon' overwrites 'order.coupon' with null: what was stored is lost
  // CHECK-FIXES: void optional_local(
  // CHECK-FIXES: coupon = body["coupon"].get<std::string>();
  // CHECK-FIXES-NEXT: if (body.contains("coupon"))
  // CHECK-FIXES-NEXT: order.coupon = coupon;
  std::optional<std::string> note;
  if (auto it = body.find("note"); it != body.end())
    note = it->get<std::string>();
  order.note = note.value_or("");
  // CHECK-MESSAGES: :[[@LINE-1]]:14: warning: a PATCH request without 'note' overwrites 'order.note' with "": what was stored is lost
  // CHECK-FIXES: order.note = note.value_or(order.note);
  order.note = trim(body.value("note", ""));
  // CHECK-MESSAGES: :[[@LINE-1]]:14: warning: a PATCH request without 'note' overwrites 'order.note' with "": what was stored is lost
  // CHECK-FIXES: if (body.contains("note"))
  // CHECK-FIXES-NEXT: order.note = trim(body.value("note", ""));
  order.address = body.value("address", "").substr(0, 80);
  // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: a PATCH request without 'address' overwrites 'order.address' with "": what was stored is lost
  // CHECK-FIXES: order.address = body.value("address", order.address).substr(0, 80);
}

void routes(httplib::Server &server) {
  server.Patch("/orders/:id", through_locals);
  server.Patch("/filled/:id", filled_under_a_test);
  server.Patch("/silent/:id", silent);
  server.Patch("/empty/:id", empty_is_absent);
  server.Patch("/optional/:id", optional_local);
}
