// Crow's own JSON: what is missing throws, whoever asks before decides.
// RUN: %check_async_tidy %s async-patch-overwrite %t
#include <crow.h>
#include <map>
#include <string>

struct Todo {
  int id = 0;
  std::string title;
  std::string notes;
  int priority = 0;
  bool done = false;

  void setTitle(const std::string &value) { title = value; }
};

std::map<int, Todo> todos;

void defaults(crow::SimpleApp &app) {
  CROW_ROUTE(app, "/todos/<int>").methods("PATCH"_method)([](const crow::request &req, int id) {
    auto body = crow::json::load(req.body);
    if (!body)
      return crow::response(400);
    auto it = todos.find(id);
    if (it == todos.end())
      return crow::response(404);
    Todo &todo = it->second;
    todo.title = body.has("title") ? std::string(body["title"].s()) : "";
    // CHECK-MESSAGES: :[[@LINE-1]]:16: warning: a PATCH request without 'title' overwrites 'todo.title' with "": what was stored is lost [async-patch-overwrite]
    // CHECK-NOTES: :[[@LINE-10]]:3: note: 'lambda' answers PATCH of '/todos/<int>', registered with 'TaggedRule::operator()' here
    // CHECK-NOTES: :[[@LINE-3]]:16: note: keep the current value as the default
    // CHECK-FIXES: todo.title = body.has("title") ? std::string(body["title"].s()) : todo.title;
    todo.priority = body.has("priority") ? body["priority"].i() : 0;
    // CHECK-MESSAGES: :[[@LINE-1]]:19: warning: a PATCH request without 'priority' overwrites 'todo.priority' with 0
    // CHECK-FIXES: todo.priority = body.has("priority") ? body["priority"].i() : todo.priority;
    bool done = false;
    if (body.has("done"))
      done = body["done"].b();
    todo.done = done;
    // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: a PATCH request without 'done' overwrites 'todo.done' with false
    // CHECK-FIXES: if (body.has("done"))
    // CHECK-FIXES: if (body.has("done"))
    // CHECK-FIXES-NEXT: todo.done = done;
    std::string notes = body.count("notes") ? std::string(body["notes"].s()) : std::string();
    todo.notes = notes;
    // CHECK-MESSAGES: :[[@LINE-1]]:16: warning: a PATCH request without 'notes' overwrites 'todo.notes' with an empty value
    return crow::response(200);
  });
}

void throwing_and_asking(crow::SimpleApp &app) {
  CROW_ROUTE(app, "/strict/<int>").methods(crow::HTTPMethod::Patch)([](const crow::request &req, int id) {
    auto body = crow::json::load(req.body);
    Todo &todo = todos.at(id);
    todo.title = body["title"].s();
    todo.priority = body["priority"].i();
    todo.done = body["done"].b();
    return crow::response(204);
  });
  CROW_ROUTE(app, "/items/<int>").methods("PATCH"_method)([](const crow::request &req, crow::response &res, int id) {
    const auto body = crow::json::load(req.body);
    if (!body || body.t() != crow::json::type::Object) {
      res.code = 400;
      return res.end();
    }
    Todo &todo = todos[id];
    if (body.has("title"))
      todo.setTitle(body["title"].s());
    if (body.has("priority") && body["priority"].t() == crow::json::type::Number)
      todo.priority = body["priority"].i();
    todo.done = body.has("done") ? body["done"].b() : todo.done;
    const std::string notes = body.has("notes") ? std::string(body["notes"].s()) : todo.notes;
    todo.notes = notes;
    res.end();
  });
}

// One handler for two methods: PUT replaces.
void by_method(crow::SimpleApp &app) {
  CROW_ROUTE(app, "/tasks/<int>").methods("PUT"_method, "PATCH"_method)([](const crow::request &req, int id) {
    auto body = crow::json::load(req.body);
    Todo &todo = todos[id];
    if (req.method == crow::HTTPMethod::Put) {
      todo.title = body.has("title") ? std::string(body["title"].s()) : "untitled";
      todo.done = body.has("done") && body["done"].b();
      return crow::response(200);
    }
    todo.setTitle(body.has("title") ? std::string(body["title"].s()) : "untitled");
    // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: a PATCH request without 'title' has 'todo.setTitle' overwrite what was stored with "untitled"
    if (body.has("done"))
      todo.done = body["done"].b();
    return crow::response(200);
  });
}

// A document that is kept: an object that may be changed makes a null.
void documents(crow::SimpleApp &app) {
  static std::map<int, crow::json::wvalue> kept;
  CROW_ROUTE(app, "/documents/<int>").methods("PATCH"_method)([](const crow::request &req, int id) {
    auto body = crow::json::load(req.body);
    crow::json::wvalue &stored = kept[id];
    stored["title"] = body.has("title") ? std::string(body["title"].s()) : "";
    // CHECK-MESSAGES: :[[@LINE-1]]:21: warning: a PATCH request without 'title' overwrites 'stored["title"]' with ""
    if (body.has("text"))
      stored["text"] = std::string(body["text"].s());
    for (const std::string &key : body.keys())
      stored[key] = body[key];
    return crow::response(200);
  });
}
