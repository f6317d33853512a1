// Crow: routes, blueprints, handlers with and without a response.
// RUN: %check_async_tidy %s async-patch-overwrite %t
#include <crow.h>
#include <crow/json.h>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
using namespace crow;

struct Todo {
  std::string title, text;
  int priority = 0;
  bool done = false;
};
std::map<int, Todo> todos;

response change_title(const request &req, int id) {
  auto body = nlohmann::json::parse(req.body);
  todos.at(id).title = body.value("title", "");
  // CHECK-MESSAGES: :[[@LINE-1]]:22: warning: a PATCH request without 'title' overwrites 'todos.at(id).title' with "": what was stored is lost [async-patch-overwrite]
  // CHECK-NOTES: note: 'change_title' answers PATCH of '/todos/<int>/title', registered with
  // CHECK-FIXES: {{^  }}if (body.contains("title"))
  // CHECK-FIXES-NEXT: {{^    }}todos.at(id).title = body.value("title", "");
  return response(204);
}

struct TodoHandlers {
  response change(const request &req, int id) {
    auto body = json::load(req.body);
    if (!body)
      return response(400);
    Todo &todo = todos[id];
    todo.title = body.has("title") ? std::string(body["title"].s()) : "";
    // CHECK-MESSAGES: :[[@LINE-1]]:16: warning: a PATCH request without 'title' overwrites 'todo.title' with ""
    // CHECK-NOTES: note: 'lambda' passes it to 'TodoHandlers::change' here
    // CHECK-NOTES: note: 'lambda' answers PATCH of '/handlers/<int>', registered with
    // CHECK-FIXES: {{^    }}todo.title = body.has("title") ? std::string(body["title"].s()) : todo.title;
    return response(200);
  }
};

void routes(SimpleApp &app, TodoHandlers &handlers) {
  CROW_ROUTE(app, "/todos/<int>").methods("PATCH"_method)([](const request &req, int id) {
    const auto body = json::load(req.body);
    if (!body)
      return response(400);
    auto it = todos.find(id);
    if (it == todos.end())
      return response(404);
    it->second.title = body.has("title") ? std::string(body["title"].s()) : "";
    // CHECK-MESSAGES: :[[@LINE-1]]:22: warning: a PATCH request without 'title' overwrites 'it->second.title' with ""
    // CHECK-NOTES: :[[@LINE-9]]:{{[0-9]+}}: note: 'lambda' answers PATCH of '/todos/<int>', registered with
    // CHECK-FIXES: {{^    }}it->second.title = body.has("title") ? std::string(body["title"].s()) : it->second.title;
    it->second.done = body.has("done") && body["done"].b();
    // CHECK-MESSAGES: :[[@LINE-1]]:21: warning: a PATCH request without 'done' overwrites 'it->second.done' with false
    // CHECK-FIXES: {{^    }}if (body.has("done"))
    // CHECK-FIXES-NEXT: {{^      }}it->second.done = body.has("done") && body["done"].b();
    if (body.has("priority"))
      it->second.priority = body["priority"].i();
    it->second.text = body["text"].s(); // throws
    return response(200);
  });
  CROW_ROUTE(app, "/forms/<int>").methods(HTTPMethod::Put, HTTPMethod::Patch)([](const request &req, response &res, int id) {
    auto form = req.get_body_params();
    const char *text = req.url_params.get("text");
    todos[id].text = text ? text : "";
    // CHECK-MESSAGES: :[[@LINE-1]]:20: warning: a PATCH request without 'text' overwrites 'todos[id].text' with ""
    // CHECK-NOTES: note: 'text' is read here
    // CHECK-NOTES: note: write it only when it was sent: 'if (req.url_params.get("text") != nullptr)'
    todos[id].title = req.get_header_value("X-Title");
    // CHECK-MESSAGES: :[[@LINE-1]]:21: warning: a PATCH request without 'X-Title' overwrites 'todos[id].title' with an empty value
    // CHECK-FIXES: {{^    }}if (!req.get_header_value("X-Title").empty())
    // CHECK-FIXES-NEXT: {{^      }}todos[id].title = req.get_header_value("X-Title");
    if (auto title = form.get("title"))
      todos[id].title = title;
    res.end();
  });
  CROW_ROUTE(app, "/todos/<int>/title").methods(HTTPMethod::Patch)(change_title);
  CROW_ROUTE(app, "/handlers/<int>").methods("PATCH"_method)([&](const request &req, int id) { return handlers.change(req, id); });

  Blueprint admin("admin");
  CROW_BP_ROUTE(admin, "/todos/<int>").methods(HTTPMethod::Patch)([](const request &req, int id) {
    auto body = nlohmann::json::parse(req.body);
    Todo &todo = todos[id];
    todo.priority = body.value("priority", 0);
    // CHECK-MESSAGES: :[[@LINE-1]]:19: warning: a PATCH request without 'priority' overwrites 'todo.priority' with 0
    // CHECK-NOTES: note: 'lambda' answers PATCH of '/todos/<int>'
    // CHECK-FIXES: {{^    }}todo.priority = body.value("priority", todo.priority);
    return response(200);
  });
  // One handler that asks for the method itself.
  CROW_ROUTE(app, "/both/<int>").methods(HTTPMethod::Get, HTTPMethod::Patch)([](const request &req, int id) {
    if (req.method == HTTPMethod::Patch)
      todos[id].text = nlohmann::json::parse(req.body).value("text", "");
    // CHECK-MESSAGES: :[[@LINE-1]]:22: warning: a PATCH request without 'text' overwrites 'todos[id].text' with ""
    return response(todos[id].text);
  });

  CROW_ROUTE(app, "/todos/<int>").methods("PUT"_method)([](const request &req, int id) {
    todos[id].title = nlohmann::json::parse(req.body).value("title", "");
    return response(200);
  });
  CROW_ROUTE(app, "/todos").methods(HTTPMethod::Post)([](const request &req) {
    todos[1].title = nlohmann::json::parse(req.body).value("title", "");
    return response(201);
  });
}
