// C++ REST SDK: as_string() of a null throws; has_field() asks.
// RUN: %check_async_tidy %s async-patch-overwrite %t
#include <cpprest/http_listener.h>
#include <cpprest/json.h>
#include <map>
#include <string>

using web::http::http_request;
using web::http::methods;
using web::http::experimental::listener::http_listener;
namespace json = web::json;

struct Task {
  utility::string_t title;
  utility::string_t text;
  int priority = 0;
  double effort = 0;
  bool done = false;
};

std::map<utility::string_t, Task> tasks;

void patch_task(http_request request) {
  request.extract_json()
      .then([request](json::value body) {
        Task &task = tasks.at(request.relative_uri().path());
        task.title = body.has_field(U("title")) ? body.at(U("title")).as_string() : U("");
        // CHECK-MESSAGES: :[[@LINE-1]]:20: warning: a PATCH request without 'title' overwrites 'task.title' with U(""): what was stored is lost [async-patch-overwrite]
        // CHECK-NOTES: :[[@LINE+23]]:14: note: 'patch_task' answers PATCH, registered with 'http_listener::support' here
        // CHECK-NOTES: :[[@LINE-3]]:20: note: keep the current value as the default
        task.priority = body.has_integer_field(U("priority")) ? body[U("priority")].as_integer() : 0;
        // CHECK-MESSAGES: :[[@LINE-1]]:23: warning: a PATCH request without 'priority' overwrites 'task.priority' with 0
        // CHECK-FIXES: task.priority = body.has_integer_field(U("priority")) ? body[U("priority")].as_integer() : task.priority;
        task.done = body.has_field(U("done")) && body.at(U("done")).as_bool();
        // CHECK-MESSAGES: :[[@LINE-1]]:19: warning: a PATCH request without 'done' overwrites 'task.done' with false
        // CHECK-FIXES: if (body.has_field(U("done")))
        // CHECK-FIXES-NEXT: task.done = body.has_field(U("done")) && body.at(U("done")).as_bool();
        if (body.has_field(U("text")))
          task.text = body.at(U("text")).as_string();
        // They throw.
        task.text = body.at(U("text")).as_string();
        task.effort = body[U("effort")].as_double();
        request.reply(200);
      });
}

class TaskService {
public:
  explicit TaskService(http_listener &listener) {
    listener.support(methods::PATCH, [this](http_request request) { patch(request); });
    listener.support(methods::PUT, [this](http_request request) { put(request); });
    listener.support(methods::PATCH, patch_task);
  }

private:
  void patch(const http_request &request) {
    const json::value body = request.extract_json().get();
    if (!body.is_object()) {
      request.reply(400);
      return;
    }
    const json::object &fields = body.as_object();
    Task &task = m_tasks[request.relative_uri().path()];
    auto title = fields.find(U("title"));
    if (title != fields.end())
      task.title = title->second.as_string();
    auto text = fields.find("text");
    task.text = text == fields.end() ? "" : text->second.as_string();
    // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: a PATCH request without 'text' overwrites 'task.text' with ""
    // CHECK-FIXES: task.text = text == fields.end() ? task.text : text->second.as_string();
    int priority = 5;
    if (body.has_field("priority"))
      priority = body.at("priority").as_integer();
    task.priority = priority;
    // CHECK-MESSAGES: :[[@LINE-1]]:19: warning: a PATCH request without 'priority' overwrites 'task.priority' with 5
    // CHECK-FIXES: if (body.has_field("priority"))
    // CHECK-FIXES: if (body.has_field("priority"))
    // CHECK-FIXES-NEXT: task.priority = priority;
    task.done = body.has_field("done") ? body.at("done").as_bool() : task.done;
    for (const auto &field : fields) {
      if (field.first == "effort")
        task.effort = field.second.as_double();
    }
    request.reply(204);
  }

  void put(const http_request &request) {
    const json::value body = request.extract_json().get();
    Task &task = m_tasks[request.relative_uri().path()];
    task.priority = body.has_field("priority") ? body.at("priority").as_integer() : 0;
  }

  std::map<utility::string_t, Task> m_tasks;
};

// A document that is kept, and one that may be changed: a null.
std::map<utility::string_t, json::value> documents;

void document_route(http_listener &listener) {
  listener.support(methods::PATCH, [](http_request request) {
    json::value body = request.extract_json().get();
    json::value &stored = documents[request.relative_uri().path()];
    stored["title"] = body["title"];
    // CHECK-MESSAGES: :[[@LINE-1]]:21: warning: a PATCH request without 'title' overwrites 'stored["title"]' with null
    // CHECK-FIXES: if (body.has_field("title"))
    // CHECK-FIXES-NEXT: stored["title"] = body["title"];
    for (const auto &field : body.as_object())
      stored[field.first] = field.second;
    request.reply(200);
  });
}

// What the query has.
void query_route(http_listener &listener) {
  listener.support(methods::PATCH, [](http_request request) {
    auto query = web::uri::split_query(request.request_uri().query());
    Task &task = tasks.at("1");
    task.title = query["title"];
    // CHECK-MESSAGES: :[[@LINE-1]]:16: warning: a PATCH request without 'title' overwrites 'task.title' with an empty value
    // CHECK-FIXES: if (query.count("title") != 0)
    // CHECK-FIXES-NEXT: task.title = query["title"];
    if (query.find("text") != query.end())
      task.text = query["text"];
    task.text = query.at("text");
    request.reply(200);
  });
}
