// What nobody keeps: answers, filters, copies, records for the log, requests to others.
// RUN: %check_async_tidy %s async-patch-overwrite %t
#include <httplib.h>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>
using nlohmann::json;
using httplib::Request;
using httplib::Response;

struct User {
  int id = 0;
  std::string name, email;
};
struct UserView {
  std::string name, email;
};
struct Filter {
  std::string name;
  int limit = 20;
};
struct AuditEntry {
  std::string who, what;
};
struct Event {
  std::string kind;
  void set_name(const std::string &value);
};
std::map<int, User> users;
std::vector<User> search(const Filter &filter);
std::string render(const UserView &view);
void publish(const Event &event);
void log(const AuditEntry &entry);
UserView view_of(const User &user);

void routes(httplib::Server &server) {
  server.Patch("/users/:id", [](const Request &req, Response &res) {
    const json body = json::parse(req.body);
    // The answer.
    UserView view;
    view.name = body.value("name", "");
    view.email = req.get_param_value("email");
    res.set_content(render(view), "text/html");
    json answer;
    answer["name"] = body.value("name", "");
    answer["error"] = body["error"];
    res.set_content(answer.dump(), "application/json");
    res.body = body.value("name", "");
    res.status = body.value("status", 200);
    // A filter for a search.
    Filter filter;
    filter.name = req.get_param_value("filter");
    filter.limit = body.value("limit", 10);
    search(filter);
    Filter parsed = body.get<Filter>();
    search(parsed);
    // What is written to a log, or sent elsewhere.
    AuditEntry entry;
    entry.who = req.get_header_value("X-User");
    entry.what = body.value("reason", "");
    log(entry);
    auto event = std::make_shared<Event>();
    event->kind = body.value("kind", "changed");
    event->set_name(body.value("name", ""));
    publish(*event);
    Event other;
    other.set_name(body.value("name", ""));
    publish(other);
    // A copy that nobody stores.
    User copy = users.at(1);
    copy.name = body.value("name", "");
    res.set_content(copy.name, "text/plain");
    UserView shown = view_of(users.at(1));
    shown.name = body.value("name", "");
    res.set_content(render(shown), "text/html");
  });
  // The request itself is no entity.
  server.Patch("/normalised/:id", [](const Request &req, Response &) {
    json body = json::parse(req.body);
    body["name"] = body.value("name", "");
    body["limit"] = body.value("limit", 20);
    users.at(1).name = body.at("name").get<std::string>();
  });
}

// Entities that are made: fresh ones, stored under a key of their own.
struct UserStore {
  void add(const User &user);
  int create(const User &user);
  void remove(int id);
};
UserStore store;
void create_by_patch(const Request &req, Response &) {
  const json body = json::parse(req.body);
  User fresh;
  fresh.name = body.value("name", "");
  store.add(fresh);
  User other;
  other.email = body.value("email", "");
  store.create(other);
  store.remove(body.value("id", 0));
}
// Which one it is says the path; that is no data.
void by_id(const Request &req, Response &res) {
  auto found = users.find(req.path_params.count("id") ? std::stoi(req.path_params.at("id")) : 0);
  if (found == users.end())
    res.status = 404;
}
// Built by functions and constructors, and only answered with.
User from_json(const json &body) {
  User user;
  user.name = body.value("name", "");
  user.email = body.value("email", "");
  return user;
}
void preview(const Request &req, Response &res) {
  const User user = from_json(json::parse(req.body));
  res.set_content(user.name, "text/plain");
}
void more(httplib::Server &server) {
  server.Patch("/create", create_by_patch);
  server.Patch("/find/:id", by_id);
  server.Patch("/preview", preview);
}
