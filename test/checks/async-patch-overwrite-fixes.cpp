// Fixes: where they stand, what they write, and where there is none.
// RUN: %check_async_tidy %s async-patch-overwrite %t
#include <cstdint>
#include <httplib.h>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
using nlohmann::json;
using httplib::Request;
using httplib::Response;

enum class Level { Low, High };
struct Task {
  std::string title, text;
  std::int64_t due = 0;
  double effort = 0;
  unsigned short order = 0;
  std::optional<std::string> owner;
  Level level = Level::Low;
  std::shared_ptr<std::string> note;
};
std::map<std::string, Task> tasks;
#define FIELD(NAME) body.value(#NAME, "")
#define SET(OBJECT, NAME) OBJECT.NAME = body.value(#NAME, "")
constexpr const char *title_key = "title";
const std::string no_text;

void fixed(const Request &req, Response &) {
  const json body = json::parse(req.body);
  Task &task = tasks.at(req.path_params.at("id"));
  // Over several lines, with comments.
  task.title = body.value("title", // as the page has it
                          "untitled");
  // CHECK-MESSAGES: :[[@LINE-2]]:14: warning: a PATCH request without 'title' overwrites 'task.title' with "untitled"
  // CHECK-FIXES: task.title = body.value("title", // as the page has it
  // CHECK-FIXES-NEXT: task.title);
  task.text = body.contains("text")
                  ? body["text"].get<std::string>()
                  : std::string{};
  // CHECK-MESSAGES: :[[@LINE-3]]:13: warning: a PATCH request without 'text' overwrites 'task.text' with an empty value
  // CHECK-FIXES: ? body["text"].get<std::string>()
  // CHECK-FIXES-NEXT: : task.text;
  // Other types of numbers.
  task.due = body.value("due", 0);
  // CHECK-MESSAGES: :[[@LINE-1]]:12: warning: a PATCH request without 'due' overwrites 'task.due' with 0
  // CHECK-FIXES: task.due = body.value("due", task.due);
  task.effort = body.value("effort", 1.5);
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: a PATCH request without 'effort' overwrites 'task.effort' with 1.5
  // CHECK-FIXES: task.effort = body.value("effort", task.effort);
  task.order = static_cast<unsigned short>(body.value("order", 0));
  // CHECK-MESSAGES: :[[@LINE-1]]:14: warning: a PATCH request without 'order' overwrites 'task.order' with 0
  // CHECK-FIXES: task.order = static_cast<unsigned short>(body.value("order", task.order));
  // A pointer and an optional of what was sent.
  task.note = std::make_shared<std::string>(body.value("note", ""));
  // CHECK-MESSAGES: :[[@LINE-1]]:13: warning: a PATCH request without 'note' overwrites 'task.note' with ""
  // CHECK-FIXES: if (body.contains("note"))
  // CHECK-FIXES-NEXT: task.note = std::make_shared<std::string>(body.value("note", ""));
  task.owner = body.value("owner", "");
  // CHECK-MESSAGES: :[[@LINE-1]]:14: warning: a PATCH request without 'owner' overwrites 'task.owner' with ""
  // CHECK-FIXES: if (body.contains("owner"))
  // CHECK-FIXES-NEXT: task.owner = body.value("owner", "");
  // Constants and keys that have names.
  task.title = body.value(title_key, no_text);
  // CHECK-MESSAGES: :[[@LINE-1]]:14: warning: a PATCH request without 'title' overwrites 'task.title' with no_text
  // CHECK-FIXES: task.title = body.value(title_key, task.title);
  // Behind a label there is none; in a block of one line there is.
  switch (task.level) {
  case Level::Low:
    task.text = req.get_param_value("text");
    // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: a PATCH request without 'text' overwrites 'task.text' with an empty value
    // CHECK-NOTES: note: write it only when it was sent: 'if (req.has_param("text"))'
    break;
  default: { task.title = req.get_param_value("title"); }
    // CHECK-MESSAGES: :[[@LINE-1]]:25: warning: a PATCH request without 'title' overwrites 'task.title' with an empty value
    // CHECK-FIXES: default: { if (req.has_param("title"))
    // CHECK-FIXES-NEXT: task.title = req.get_param_value("title"); }
  }
}

// Nothing that can be written safely.
void unfixed(const Request &req, Response &) {
  const json body = json::parse(req.body);
  Task &task = tasks.at(req.path_params.at("id"));
  task.title = FIELD(title);
  // CHECK-MESSAGES: :[[@LINE-1]]:14: warning: a PATCH request without 'title' overwrites 'task.title' with {{""|an empty value}}
  // CHECK-NOTES: note: {{keep the current value as the default|write it only when it was sent}}
  SET(task, text);
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: a PATCH request without 'text' overwrites '{{.*}}text' with {{""|an empty value}}
  for (auto it = tasks.begin(); it != tasks.end(); it->second.text = body.value("text", ""), ++it)
    ;
  // CHECK-MESSAGES: :[[@LINE-2]]:68: warning: a PATCH request without 'text' overwrites 'it->second.text' with ""
  // CHECK-FIXES: it->second.text = body.value("text", it->second.text), ++it)
}
void fields(const Request &req, Response &) {
  tasks.at("1").title = json::parse(req.body).value("title", "");
  // CHECK-MESSAGES: :[[@LINE-1]]:23: warning: a PATCH request without 'title' overwrites 'tasks.at("1").title' with ""
  // CHECK-NOTES: note: write it only when it was sent: 'if (json::parse(req.body).contains("title"))'
}

void routes(httplib::Server &server) {
  server.Patch("/fixed/:id", fixed);
  server.Patch("/unfixed/:id", unfixed);
  server.Patch("/fields/:id", fields);
}
