// Handlers of PATCH that overwrite nothing: answers, logs, filters, messages to
// others, and what is asked for in many ways.
// RUN: %check_async_tidy %s async-patch-overwrite %t
#include <httplib.h>
#include <algorithm>
#include <deque>
#include <functional>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

using nlohmann::json;

struct User {
  std::string name;
  std::string email;
  int age = 0;
  bool active = true;
};
struct AuditEntry {
  std::string who;
  std::string what;
};
struct Filter {
  std::string text;
  int limit = 0;
};

std::map<std::string, User> users;
std::deque<AuditEntry> audit;
std::vector<User> search(const Filter &filter);
bool isAllowed(const std::string &who);

// Objects of the request alone.
void others(httplib::Server &server) {
  server.Patch("/log/:id", [](const httplib::Request &req, httplib::Response &res) {
    const json body = json::parse(req.body);
    AuditEntry entry;
    entry.who = req.get_header_value("X-User");
    entry.what = body.value("reason", "");
    audit.push_back(entry);
    if (!isAllowed(entry.who)) {
      res.status = 403;
      return;
    }
    Filter filter;
    filter.text = req.get_param_value("q");
    filter.limit = body.value("limit", 20);
    json answer = json::array();
    for (const User &found : search(filter))
      answer.push_back(found.name);
    const bool dry = body.value("dryRun", false);
    std::string reason = body.value("reason", "none");
    std::cout << reason << dry;
    res.body = body.value("echo", "");
    res.status = body.value("status", 200);
    res.set_content(answer.dump(), "application/json");
  });
  server.Patch("/forward/:id", [](const httplib::Request &req, httplib::Response &res) {
    const json body = json::parse(req.body);
    json message;
    message["name"] = body.value("name", "");
    message["email"] = body["email"];
    httplib::Client client("users", 80);
    client.Post("/events", message.dump(), "application/json");
    User copy = users.at(req.path_params.at("id"));
    copy.name = body.value("name", "");
    res.set_content(copy.name, "text/plain");
  });
}

// Asked in other ways.
void asked(httplib::Server &server) {
  server.Patch("/asked/:id", [](const httplib::Request &req, httplib::Response &res) {
    const json body = json::parse(req.body);
    User &user = users.at(req.path_params.at("id"));
    const bool hasName = body.contains("name");
    if (hasName)
      user.name = body.value("name", "");
    const auto email = body.find("email");
    const bool sent = email != body.end();
    if (sent && email->is_string())
      user.email = body.value("email", "");
    for (const char *required : {"age", "active"})
      if (!body.contains(required)) {
        res.status = 422;
        return;
      }
    user.age = body.value("age", 0);
    user.active = body.value("active", false);
  });
  server.Patch("/tables/:id", [](const httplib::Request &req, httplib::Response &) {
    const json body = json::parse(req.body);
    User &user = users.at(req.path_params.at("id"));
    static const std::unordered_map<std::string, std::function<void(User &, const json &)>> setters = {
        {"name", [](User &u, const json &value) { u.name = value.get<std::string>(); }},
        {"age", [](User &u, const json &value) { u.age = value.get<int>(); }},
    };
    for (const auto &[key, set] : setters)
      if (body.contains(key))
        set(user, body.at(key));
    for (auto it = body.begin(); it != body.end(); ++it) {
      if (it.key() == "email")
        user.email = body.value("email", "");
      else if (it.key() == "active")
        user.active = it.value().get<bool>();
    }
    static const std::set<std::string> known = {"name", "age"};
    const auto unknown = std::find_if(known.begin(), known.end(), [&](const std::string &key) { return !body.contains(key); });
    if (unknown != known.end())
      return;
    user.name = body.value("name", "");
  });
  server.Patch("/operations/:id", [](const httplib::Request &req, httplib::Response &res) {
    // RFC 6902: a list of operations.
    const json operations = json::parse(req.body);
    json current = {{"name", users.at("1").name}, {"age", users.at("1").age}};
    json changed = current.patch(operations);
    users.at("1").name = changed.value("name", "");
    users.at("1").age = changed["age"].get<int>();
    for (const json &operation : operations) {
      if (operation.value("op", "") == "replace" && operation.value("path", "") == "/name")
        users.at("1").name = operation.at("value").get<std::string>();
    }
    // A dispatch by a field of the body.
    const std::string action = operations.value("action", "");
    if (action == "rename")
      users.at("1").name = operations.at("name").get<std::string>();
    else if (action == "deactivate")
      users.at("1").active = false;
  });
}
