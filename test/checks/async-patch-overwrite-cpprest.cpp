// C++ REST SDK: listeners, tasks with continuations, its own JSON.
// RUN: %check_async_tidy %s async-patch-overwrite %t
#include <cpprest/http_listener.h>
#include <cpprest/json.h>
#include <map>
#include <string>
using namespace web;
using namespace web::http;
using namespace web::http::experimental::listener;

struct Order {
  utility::string_t note, address;
  int quantity = 1;
  bool gift = false;
};
std::map<utility::string_t, Order> orders;
std::map<utility::string_t, json::value> documents;

class OrderService {
public:
  explicit OrderService(const utility::string_t &address) : listener_(uri(address)) {
    listener_.support(methods::PATCH, [this](http_request request) { patch(request); });
    listener_.support(methods::PUT, [this](http_request request) { put(request); });
  }

private:
  void patch(http_request request) {
    const auto id = uri::split_path(uri::decode(request.relative_uri().path()))[0];
    auto body = request.extract_json().get();
    auto it = orders.find(id);
    if (it == orders.end()) {
      request.reply(404);
      return;
    }
    Order &order = it->second;
    order.note = body.has_field(U("note")) ? body[U("note")].as_string() : U("");
    // CHECK-MESSAGES: :[[@LINE-1]]:16: warning: a PATCH request without 'note' overwrites 'order.note' with {{(U.)?""\)?}}: what was stored is lost [async-patch-overwrite]
    // CHECK-NOTES: note: 'lambda' passes it to 'OrderService::patch' here
    // CHECK-NOTES: note: 'lambda' answers PATCH, registered with 'http_listener::support' here
    // CHECK-NOTES: :[[@LINE-4]]:16: note: keep the current value as the default
    // CHECK-FIXES: {{^    }}order.note = body.has_field(U("note")) ? body[U("note")].as_string() : order.note;
    order.quantity = body.has_integer_field(U("quantity")) ? body.at(U("quantity")).as_integer() : 1;
    // CHECK-MESSAGES: :[[@LINE-1]]:20: warning: a PATCH request without 'quantity' overwrites 'order.quantity' with 1
    // CHECK-FIXES: {{^    }}order.quantity = body.has_integer_field(U("quantity")) ? body.at(U("quantity")).as_integer() : order.quantity;
    order.gift = body.has_field(U("gift")) && body.at(U("gift")).as_bool();
    // CHECK-MESSAGES: :[[@LINE-1]]:16: warning: a PATCH request without 'gift' overwrites 'order.gift' with false
    // CHECK-FIXES: {{^    }}if (body.has_field(U("gift")))
    // CHECK-FIXES-NEXT: {{^      }}order.gift = body.has_field(U("gift")) && body.at(U("gift")).as_bool();
    if (body.has_string_field(U("address")))
      order.address = body.at(U("address")).as_string();
    order.address = body.at(U("address")).as_string(); // throws
    documents[id][U("note")] = body[U("note")];
    // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: a PATCH request without 'note' overwrites {{.*}} with null
    // CHECK-FIXES: {{^    }}if (body.has_field(U("note")))
    // CHECK-FIXES-NEXT: {{^      }}documents[id][U("note")] = body[U("note")];
    request.reply(200);
  }
  void put(http_request request) {
    auto body = request.extract_json().get();
    orders[U("1")].note = body.has_field(U("note")) ? body[U("note")].as_string() : U("");
  }

  http_listener listener_;
};

// Continuations of the task.
void handle_patch(http_request request) {
  request.extract_json().then([request](json::value body) {
    auto &order = orders.at(request.request_uri().path());
    order.note = body.has_field("note") ? body["note"].as_string() : "";
    // CHECK-MESSAGES: :[[@LINE-1]]:16: warning: a PATCH request without 'note' overwrites 'order.note' with ""
    // CHECK-FIXES: {{^    }}order.note = body.has_field("note") ? body["note"].as_string() : order.note;
    if (body.has_field("address"))
      order.address = body["address"].as_string();
  });
  request.extract_json().then([request](pplx::task<json::value> task) {
    const auto body = task.get();
    auto &order = orders.at(request.request_uri().path());
    order.quantity = body.has_field("quantity") ? body.at("quantity").as_integer() : 0;
    // CHECK-MESSAGES: :[[@LINE-1]]:20: warning: a PATCH request without 'quantity' overwrites 'order.quantity' with 0
    // CHECK-FIXES: {{^    }}order.quantity = body.has_field("quantity") ? body.at("quantity").as_integer() : order.quantity;
  });
  request.extract_string().then([](const utility::string_t &text) {
    auto body = json::value::parse(text);
    orders.at("1").gift = body.has_field("gift") ? body.at("gift").as_bool() : false;
    // CHECK-MESSAGES: :[[@LINE-1]]:25: warning: a PATCH request without 'gift' overwrites 'orders.at("1").gift' with false
  });
  auto query = uri::split_query(request.request_uri().query());
  orders.at("1").note = query["note"];
  // CHECK-MESSAGES: :[[@LINE-1]]:23: warning: a PATCH request without 'note' overwrites 'orders.at("1").note' with an empty value
  // CHECK-FIXES: {{^  }}if (query.count("note") != 0)
  // CHECK-FIXES-NEXT: {{^    }}orders.at("1").note = query["note"];
  auto address = query.find("address");
  if (address != query.end())
    orders.at("1").address = address->second;
}

// One handler for all methods.
void handle(http_request request) {
  if (request.method() == methods::PATCH) {
    auto body = request.extract_json().get();
    orders.at("1").note = body.has_field("note") ? body["note"].as_string() : "";
    // CHECK-MESSAGES: :[[@LINE-1]]:25: warning: a PATCH request without 'note' overwrites 'orders.at("1").note' with ""
    // CHECK-NOTES: note: 'handle' answers PATCH
  } else if (request.method() == methods::PUT) {
    auto body = request.extract_json().get();
    orders.at("1").address = body.has_field("address") ? body["address"].as_string() : "";
  }
}
void routes(http_listener &listener, http_listener &other) {
  listener.support(methods::PATCH, handle_patch);
  other.support(handle);
}
