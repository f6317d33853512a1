// Crow's JSON is false when the text is no document; reading from it throws,
// and a null query parameter is no text at all.
// RUN: %check_async_tidy %s async-unchecked-request-body %t --fix-notes
#include <crow.h>
#include <crow/json.h>
#include <cstdlib>
#include <string>

void store(const std::string &title, int count);
bool is_order(const crow::json::rvalue &body);
void store(const crow::json::rvalue &body);

void routes(crow::SimpleApp &app) {
  CROW_ROUTE(app, "/orders").methods("POST"_method)([](const crow::request &req) {
    auto body = crow::json::load(req.body);
    store(body["title"].s(), 1);
    // CHECK-MESSAGES: :[[@LINE-1]]:11: warning: the body is used before the check that it could be read: 'load' gives nothing for one that is no document, and any client can send that [async-unchecked-request-body]
    // CHECK-NOTES: :[[@LINE-3]]:{{[0-9]+}}: note: 'body' is made here
    // CHECK-NOTES: :[[@LINE-5]]:3: note: 'lambda' answers POST of '/orders', registered with 'TaggedRule::operator()' here
    // CHECK-NOTES: :[[@LINE-4]]:11: note: answer 400 first
    // CHECK-FIXES: {{^    }}if (!body) {
    // CHECK-FIXES-NEXT: {{^      }}return crow::response(400);
    // CHECK-FIXES-NEXT: {{^    }}}
    // CHECK-FIXES-NEXT: {{^    }}store(body["title"].s(), 1);
    return crow::response(201);
  });
  CROW_ROUTE(app, "/orders/later").methods("POST"_method)([](const crow::request &req, crow::response &res) {
    const crow::json::rvalue body = crow::json::load(req.body);
    if (body["count"].i() > 0)
      // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: the body is used before the check that it could be read
      // CHECK-FIXES: {{^    }}if (!body) {
      // CHECK-FIXES-NEXT: {{^      }}res.code = 400;
      // CHECK-FIXES-NEXT: {{^      }}res.end();
      // CHECK-FIXES-NEXT: {{^      }}return;
      // CHECK-FIXES-NEXT: {{^    }}}
      // CHECK-FIXES-NEXT: {{^    }}if (body["count"].i() > 0)
      store(body["title"].s(), 1);
    res.end();
  });
  CROW_ROUTE(app, "/orders/at-once").methods("POST"_method)([](const crow::request &req) {
    store(crow::json::load(req.body)["title"].s(), 1);
    // CHECK-MESSAGES: :[[@LINE-1]]:11: warning: the body is used before the check that it could be read
    return crow::response(201);
  });
  CROW_ROUTE(app, "/orders/<int>").methods("PATCH"_method)([](const crow::request &req, int) {
    store("", std::atoi(req.url_params.get("count")));
    // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: 'atoi' makes 0 of text that is no number
    return crow::response(204);
  });

  // Asked in time. What isn't there is a 500 of Crow's then.
  CROW_ROUTE(app, "/checked").methods("POST"_method)([](const crow::request &req) {
    auto body = crow::json::load(req.body);
    if (!body)
      return crow::response(400);
    store(body["title"].s(), static_cast<int>(body["count"].i()));
    auto again = crow::json::load(req.body);
    if (again.error() || !again.has("title"))
      return crow::response(400);
    store(again["title"].s(), 1);
    if (auto third = crow::json::load(req.body))
      store(third["title"].s(), 1);
    auto fourth = crow::json::load(req.body);
    if (fourth.t() != crow::json::type::Object)
      return crow::response(400);
    store(fourth["title"].s(), 1);
    auto fifth = crow::json::load(req.body);
    if (!is_order(fifth))
      return crow::response(400);
    store(fifth["title"].s(), 1);
    // Whoever gets it may look.
    store(crow::json::load(req.body));
    return crow::response(201);
  });
}

int main() {
  crow::SimpleApp app;
  const auto config = crow::json::load("{}");
  routes(app);
  app.port(static_cast<unsigned short>(config["port"].i())).run();
}
