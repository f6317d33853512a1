// How the object is found that a request of PATCH changes.
// RUN: %check_async_tidy %s async-patch-overwrite %t
#include <httplib.h>
#include <algorithm>
#include <map>
#include <memory>
#include <mutex>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

using json = nlohmann::json;

struct User {
  std::string id;
  std::string name;
  int age = 0;
};

class UserRepository {
public:
  std::optional<User> findById(const std::string &id);
  std::shared_ptr<User> load(const std::string &id);
  User *get(const std::string &id);
  bool update(const User &user);
  void save(const std::shared_ptr<User> &user);
};

std::unordered_map<std::string, User> byId;
std::map<int, std::unique_ptr<User>> byNumber;
std::vector<User> all;
std::mutex mutex;

void in_maps(httplib::Server &server) {
  server.Patch("/find/:id", [](const httplib::Request &req, httplib::Response &res) {
    json body = json::parse(req.body);
    std::lock_guard<std::mutex> lock(mutex);
    if (auto it = byId.find(req.path_params.at("id")); it != byId.end())
      it->second.name = body.value("name", "");
      // CHECK-MESSAGES: :[[@LINE-1]]:23: warning: a PATCH request without 'name' overwrites 'it->second.name' with "": what was stored is lost [async-patch-overwrite]
      // CHECK-FIXES: it->second.name = body.value("name", it->second.name);
    else
      res.status = 404;
  });
  server.Patch("/count/:id", [](const httplib::Request &req, httplib::Response &res) {
    auto id = req.path_params.at("id");
    if (byId.count(id) == 0) {
      res.status = 404;
      return;
    }
    json body = json::parse(req.body);
    byId[id].name = body.value("name", "unknown");
    // CHECK-MESSAGES: :[[@LINE-1]]:19: warning: a PATCH request without 'name' overwrites 'byId[id].name' with "unknown"
    // CHECK-FIXES: if (body.contains("name"))
    // CHECK-FIXES-NEXT: byId[id].name = body.value("name", "unknown");
    auto &[key, user] = *byId.find(id);
    user.age = body.value("age", 0);
    // CHECK-MESSAGES: :[[@LINE-1]]:14: warning: a PATCH request without 'age' overwrites 'user.age' with 0
    // CHECK-FIXES: user.age = body.value("age", user.age);
  });
  server.Patch("/contains/:id", [](const httplib::Request &req, httplib::Response &res) {
    int number = std::stoi(req.path_params.at("id"));
    if (!byNumber.contains(number)) {
      res.status = 404;
      return;
    }
    json body = json::parse(req.body);
    byNumber.at(number)->name = body.value("name", "");
    // CHECK-MESSAGES: :[[@LINE-1]]:31: warning: a PATCH request without 'name' overwrites 'byNumber.at(number)->name' with ""
    // CHECK-FIXES: if (body.contains("name"))
    // CHECK-FIXES-NEXT: byNumber.at(number)->name = body.value("name", "");
    auto &user = *byNumber[number];
    user.age = body.value("age", -1);
    // CHECK-MESSAGES: :[[@LINE-1]]:14: warning: a PATCH request without 'age' overwrites 'user.age' with -1
    // CHECK-FIXES: user.age = body.value("age", user.age);
  });
}

void in_lists(httplib::Server &server) {
  server.Patch("/list/:id", [](const httplib::Request &req, httplib::Response &res) {
    auto body = json::parse(req.body);
    auto id = req.path_params.at("id");
    auto it = std::find_if(all.begin(), all.end(), [&](const User &u) { return u.id == id; });
    if (it == all.end()) {
      res.status = 404;
      return;
    }
    it->name = body.value("name", "");
    // CHECK-MESSAGES: :[[@LINE-1]]:14: warning: a PATCH request without 'name' overwrites 'it->name' with ""
    // CHECK-FIXES: it->name = body.value("name", it->name);
  });
  server.Patch("/loop/:id", [](const httplib::Request &req, httplib::Response &res) {
    auto body = json::parse(req.body);
    for (auto &user : all) {
      if (user.id != req.path_params.at("id"))
        continue;
      user.name = body.value("name", "");
      // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: a PATCH request without 'name' overwrites 'user.name' with ""
      // CHECK-FIXES: user.name = body.value("name", user.name);
      if (body.contains("age"))
        user.age = body.value("age", 0);
      res.status = 200;
      return;
    }
    res.status = 404;
  });
}

void in_repositories(httplib::Server &server, UserRepository &repository) {
  server.Patch("/optional/:id", [&](const httplib::Request &req, httplib::Response &res) {
    auto user = repository.findById(req.path_params.at("id"));
    if (!user) {
      res.status = 404;
      return;
    }
    auto body = json::parse(req.body);
    user->name = body.value("name", "");
    // CHECK-MESSAGES: :[[@LINE-1]]:16: warning: a PATCH request without 'name' overwrites 'user->name' with ""
    // CHECK-FIXES: user->name = body.value("name", user->name);
    user->age = body.value("age", user->age);
    repository.update(*user);
  });
  server.Patch("/shared/:id", [&repository](const httplib::Request &req, httplib::Response &) {
    auto body = json::parse(req.body);
    std::shared_ptr<User> user = repository.load(req.path_params.at("id"));
    user->name = body.value("name", user->name);
    user->age = body.value("age", 18);
    // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: a PATCH request without 'age' overwrites 'user->age' with 18
    // CHECK-FIXES: user->age = body.value("age", user->age);
    repository.save(user);
  });
  server.Patch("/pointer/:id", [&repository](const httplib::Request &req, httplib::Response &) {
    auto body = json::parse(req.body);
    if (User *user = repository.get(req.path_params.at("id"))) {
      user->name = body.value("name", "");
      // CHECK-MESSAGES: :[[@LINE-1]]:18: warning: a PATCH request without 'name' overwrites 'user->name' with ""
      // CHECK-FIXES: user->name = body.value("name", user->name);
    }
  });
}

// Nothing that is kept: an answer, an object that is made and thrown away.
void not_kept(httplib::Server &server) {
  server.Patch("/echo", [](const httplib::Request &req, httplib::Response &res) {
    auto body = json::parse(req.body);
    User copy;
    copy.name = body.value("name", "");
    json answer;
    answer["name"] = body.value("name", "");
    answer["copy"] = copy.name;
    res.set_content(answer.dump(), "application/json");
  });
}
