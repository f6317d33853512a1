// Fresh objects, copies and loaded ones that are stored afterwards.
// RUN: %check_async_tidy %s async-patch-overwrite %t
#include <httplib.h>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <utility>
using nlohmann::json;
using httplib::Request;
using httplib::Response;

struct User {
  int id = 0;
  std::string name, email;
  User with_name(const std::string &name) const;
};
using UserPtr = std::shared_ptr<User>;
struct Users {
  User load(int id) const;
  std::optional<User> find_by_id(int id) const;
  bool update(const User &user);
  void save(User user);
  void update_user(int id, User user);
  void persist(const UserPtr &user);
};
Users repository;
std::map<int, User> users;

// Loaded, changed and saved: what wasn't sent is lost.
void loaded(const Request &req, Response &) {
  const json body = json::parse(req.body);
  const int id = std::stoi(req.path_params.at("id"));
  User user = repository.load(id);
  user.name = body.value("name", "");
  // CHECK-MESSAGES: :[[@LINE-1]]:13: warning: a PATCH request without 'name' overwrites 'user.name' with ""
  // CHECK-NOTES: note: 'loaded' answers PATCH of '/loaded/:id', registered with 'Server::Patch' here
  // CHECK-NOTES: note: keep the current value as the default
  // CHECK-FIXES: {{^  }}user.name = body.value("name", user.name);
  repository.save(std::move(user));

  auto found = repository.find_by_id(id);
  if (!found.has_value())
    return;
  found->email = body.value("email", "");
  // CHECK-MESSAGES: :[[@LINE-1]]:16: warning: a PATCH request without 'email' overwrites 'found->email' with ""
  // CHECK-FIXES: {{^  }}found->email = body.value("email", found->email);
  repository.update(*found);

  User copy = users[id];
  copy.name = req.get_param_value("name");
  // CHECK-MESSAGES: :[[@LINE-1]]:13: warning: a PATCH request without 'name' overwrites 'copy.name' with an empty value
  // CHECK-FIXES: {{^  }}if (req.has_param("name"))
  // CHECK-FIXES-NEXT: {{^    }}copy.name = req.get_param_value("name");
  users[id] = copy;
}

// Made anew, with every member, and stored over what was there: no default helps.
void fresh(const Request &req, Response &) {
  const json body = json::parse(req.body);
  User user;
  user.id = std::stoi(req.path_params.at("id"));
  user.name = body.value("name", "");
  // CHECK-MESSAGES: :[[@LINE-1]]:13: warning: a PATCH request without 'name' overwrites 'user.name' with ""
  // CHECK-NOTES: note: 'fresh' answers PATCH of '/fresh/:id', registered with 'Server::Patch' here
  // CHECK-NOTES: :[[@LINE-3]]:13: note: load what is stored, and change only what was sent
  repository.update_user(user.id, user);

  auto other = std::make_shared<User>();
  other->email = body.value("email", "");
  // CHECK-MESSAGES: :[[@LINE-1]]:16: warning: a PATCH request without 'email' overwrites 'other->email' with ""
  repository.persist(other);

  User third{};
  third.email = body.value("email", "");
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: a PATCH request without 'email' overwrites 'third.email' with ""
  users.insert_or_assign(7, third);

  repository.update({.id = 3, .name = body.value("name", ""), .email = body.value("email", "")});
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: a PATCH request {{.*}}'name'
  // CHECK-MESSAGES: :[[@LINE-2]]:{{[0-9]+}}: warning: a PATCH request {{.*}}'email'
}

// Made anew, and only what was sent is set in the loaded one.
void merged(const Request &req, Response &) {
  const json body = json::parse(req.body);
  const int id = std::stoi(req.path_params.at("id"));
  User user = repository.load(id);
  if (body.contains("name"))
    user.name = body.value("name", "");
  user.email = body.value("email", user.email);
  repository.save(user);

  json current = {{"name", user.name}, {"email", user.email}};
  current.merge_patch(body);
  user.name = current.at("name").get<std::string>();
  user.email = current.value("email", "");
  repository.save(user);

  User next = user;
  next.name = body.value("name", user.name);
  users[id] = next;
}

void routes(httplib::Server &server) {
  server.Patch("/loaded/:id", loaded);
  server.Patch("/fresh/:id", fresh);
  server.Patch("/merged/:id", merged);
}
