// What is kept: found by a look-up, an element of a container, a member, stored afterwards.
// RUN: %check_async_tidy %s async-patch-overwrite %t
#include <algorithm>
#include <httplib.h>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>
using nlohmann::json;
using httplib::Request;
using httplib::Response;

struct Address {
  std::string street;
};
struct User {
  int id = 0;
  std::string name;
  Address address;
  std::unique_ptr<Address> billing;
  void set_name(std::string value);
  void setEmail(const std::string &value);
};
using UserPtr = std::shared_ptr<User>;
struct UserStore {
  User *find(int id);
  std::optional<User> load(int id);
  UserPtr by_name(const std::string &name);
  User &get(const std::string &id);
  void save(const User &user);
};
std::map<int, User> by_id;
std::unordered_map<std::string, UserPtr> cache;
std::vector<User> all;
UserStore store;
User &user_of(const Request &req) { return by_id.at(std::stoi(req.path_params.at("id"))); }

class UserService {
public:
  void patch(const Request &req, Response &) {
    const json body = json::parse(req.body);
    current_.name = body.value("name", "");
    // CHECK-MESSAGES: :[[@LINE-1]]:19: warning: a PATCH request without 'name' overwrites 'current_.name' with ""
    // CHECK-FIXES: {{^    }}current_.name = body.value("name", current_.name);
    title_ = body.value("title", "");
    // CHECK-MESSAGES: :[[@LINE-1]]:12: warning: a PATCH request without 'title' overwrites 'title_' with ""
    // CHECK-FIXES: {{^    }}title_ = body.value("title", title_);
    users_[std::stoi(req.path_params.at("id"))].name = body.value("name", "");
    // CHECK-MESSAGES: :[[@LINE-1]]:54: warning: a PATCH request without 'name' overwrites 'users_[std::stoi(req.path_params.at("id"))].name' with ""
    // CHECK-FIXES: {{^    }}if (body.contains("name"))
    // CHECK-FIXES-NEXT: {{^      }}users_[std::stoi(req.path_params.at("id"))].name = body.value("name", "");
  }

private:
  User current_;
  std::string title_;
  std::map<int, User> users_;
};

void routes(httplib::Server &server, UserService &service) {
  server.Patch("/service", [&](const Request &req, Response &res) { service.patch(req, res); });

  server.Patch("/pointers/:id", [](const Request &req, Response &res) {
    const json body = json::parse(req.body);
    const int id = std::stoi(req.path_params.at("id"));
    User *user = store.find(id);
    if (!user) {
      res.status = 404;
      return;
    }
    user->name = body.value("name", "");
    // CHECK-MESSAGES: :[[@LINE-1]]:16: warning: a PATCH request without 'name' overwrites 'user->name' with ""
    // CHECK-FIXES: {{^    }}user->name = body.value("name", user->name);
    user->address.street = body.value("street", "");
    // CHECK-MESSAGES: :[[@LINE-1]]:26: warning: a PATCH request without 'street' overwrites 'user->address.street' with ""
    // CHECK-FIXES: {{^    }}user->address.street = body.value("street", user->address.street);
    user->billing->street = body.value("street", "");
    // CHECK-MESSAGES: :[[@LINE-1]]:27: warning: a PATCH request without 'street' overwrites 'user->billing->street' with ""
    // CHECK-FIXES: {{^    }}user->billing->street = body.value("street", user->billing->street);
    auto shared = cache.at("1");
    shared->name = body.value("name", "");
    // CHECK-MESSAGES: :[[@LINE-1]]:18: warning: a PATCH request without 'name' overwrites 'shared->name' with ""
    // CHECK-FIXES: {{^    }}shared->name = body.value("name", shared->name);
    store.by_name(req.get_param_value("login"))->name = body.value("name", "");
    // CHECK-MESSAGES: :[[@LINE-1]]:55: warning: a PATCH request without 'name' overwrites {{.*}} with ""
    // CHECK-FIXES: {{^    }}if (body.contains("name"))
    // CHECK-FIXES-NEXT: {{^      }}store.by_name(req.get_param_value("login"))->name = body.value("name", "");
    (*cache["2"]).name = body.value("name", "");
    // CHECK-MESSAGES: :[[@LINE-1]]:24: warning: a PATCH request without 'name' overwrites '(*cache["2"]).name' with ""
    // CHECK-FIXES: {{^    }}if (body.contains("name"))
    // CHECK-FIXES-NEXT: {{^      }}(*cache["2"]).name = body.value("name", "");
    user->set_name(body.value("name", ""));
    // CHECK-MESSAGES: :[[@LINE-1]]:11: warning: a PATCH request without 'name' has 'user->set_name' overwrite what was stored with ""
    // CHECK-NOTES: note: 'lambda' answers PATCH of '/pointers/:id', registered with 'Server::Patch' here
    // CHECK-NOTES: note: write it only when it was sent
    // CHECK-FIXES: {{^    }}if (body.contains("name"))
    // CHECK-FIXES-NEXT: {{^      }}user->set_name(body.value("name", ""));
    user->setEmail(body.value("email", ""));
    // CHECK-MESSAGES: :[[@LINE-1]]:11: warning: a PATCH request without 'email' has 'user->setEmail' overwrite what was stored with ""
  });

  server.Patch("/values/:id", [](const Request &req, Response &res) {
    const json body = json::parse(req.body);
    auto it = std::find_if(all.begin(), all.end(), [&](const User &user) { return user.name == req.path; });
    it->name = body.value("name", "");
    // CHECK-MESSAGES: :[[@LINE-1]]:14: warning: a PATCH request without 'name' overwrites 'it->name' with ""
    // CHECK-FIXES: {{^    }}it->name = body.value("name", it->name);
    for (auto &user : all)
      if (user.id == 7)
        user.name = body.value("name", "");
    // CHECK-MESSAGES: :[[@LINE-1]]:19: warning: a PATCH request without 'name' overwrites 'user.name' with ""
    // CHECK-FIXES: {{^        }}user.name = body.value("name", user.name);
    auto [found, inserted] = by_id.try_emplace(7);
    found->second.name = body.value("name", "");
    // CHECK-MESSAGES: :[[@LINE-1]]:24: warning: a PATCH request without 'name' overwrites 'found->second.name' with ""
    auto loaded = store.load(7);
    if (!loaded)
      return;
    loaded->name = body.value("name", "");
    // CHECK-MESSAGES: :[[@LINE-1]]:18: warning: a PATCH request without 'name' overwrites 'loaded->name' with ""
    // CHECK-FIXES: {{^    }}loaded->name = body.value("name", loaded->name);
    store.save(*loaded);
    user_of(req).name = body.value("name", "");
    // CHECK-MESSAGES: :[[@LINE-1]]:23: warning: a PATCH request without 'name' overwrites 'user_of(req).name' with ""
    // CHECK-FIXES: {{^    }}if (body.contains("name"))
    // CHECK-FIXES-NEXT: {{^      }}user_of(req).name = body.value("name", "");
    store.get(req.path_params.at("id")).name = body.value("name", "");
    // CHECK-MESSAGES: :[[@LINE-1]]:46: warning: a PATCH request without 'name' overwrites {{.*}} with ""
    // CHECK-FIXES: {{^    }}if (body.contains("name"))
    // CHECK-FIXES-NEXT: {{^      }}store.get(req.path_params.at("id")).name = body.value("name", "");
  });
}
