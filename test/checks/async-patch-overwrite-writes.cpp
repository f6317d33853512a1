// What is a write into something that is kept, and what isn't.
// RUN: %check_async_tidy %s async-patch-overwrite %t --no-fix
#include <cstring>
#include <httplib.h>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <tuple>
#include <utility>
#include <vector>
using nlohmann::json;
using httplib::Request;
using httplib::Response;

struct Address {
  std::string street, city;
};
struct User {
  int id = 0;
  std::string name, email;
  Address address;
  std::vector<std::string> tags;
  int visits = 0;
  char code[8] = "";
  static int count;
  void setName(const std::string &value) { name = value; }
  void set_email(std::string value) { email = std::move(value); }
  void setAddress(const std::string &street, const std::string &city);
  void settle(int state);
  void setup(const std::string &what);
  User &withName(std::string value) {
    name = std::move(value);
    return *this;
  }
  void rename(const std::string &value) { name = value; }
  const std::string &getName() const { return name; }
  void apply(const json &body) {
    name = body.value("name", "");
    // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: a PATCH request without 'name' overwrites 'name' with ""
    email = body.value("email", email);
  }
};
std::map<std::string, User> users;

void written(const Request &req, Response &) {
  const json body = json::parse(req.body);
  User &user = users.at(req.path_params.at("id"));
  user.setName(body.value("name", ""));
  // CHECK-MESSAGES: :[[@LINE-1]]:8: warning: a PATCH request without 'name' has 'user.setName' overwrite what was stored with "" [async-patch-overwrite]
  user.set_email(body.value("email", ""));
  // CHECK-MESSAGES: :[[@LINE-1]]:8: warning: a PATCH request without 'email' has 'user.set_email' overwrite what was stored with ""
  user.setAddress(body.value("street", ""), body.value("city", ""));
  // CHECK-MESSAGES: :[[@LINE-1]]:8: warning: a PATCH request without 'city' has 'user.setAddress' overwrite what was stored with ""
  // CHECK-MESSAGES: :[[@LINE-2]]:8: warning: a PATCH request without 'street' has 'user.setAddress' overwrite what was stored with ""
  user.rename(body.value("name", ""));
  // CHECK-MESSAGES: :[[@LINE-1]]:8: warning: a PATCH request without 'name' has 'user.rename' overwrite what was stored with ""
  user.name.assign(body.value("name", ""));
  // CHECK-MESSAGES: :[[@LINE-1]]:13: warning: a PATCH request without 'name' overwrites 'user.name' with ""
  user.address = {body.value("street", ""), body.value("city", "")};
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: a PATCH request without 'street' overwrites {{.*}} with ""
  // CHECK-MESSAGES: :[[@LINE-2]]:{{[0-9]+}}: warning: a PATCH request without 'city' overwrites {{.*}} with ""
  user.tags = body.value("tags", std::vector<std::string>());
  // CHECK-MESSAGES: :[[@LINE-1]]:13: warning: a PATCH request without 'tags' overwrites 'user.tags' with an empty value
  user.visits = user.id = body.value("visits", 0);
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: a PATCH request without 'visits' overwrites 'user.visits' with 0
  // CHECK-MESSAGES: :[[@LINE-2]]:{{[0-9]+}}: warning: a PATCH request without 'visits' overwrites 'user.id' with 0
  std::tie(user.name, user.email) = std::make_pair(body.value("name", ""), user.email);
  std::string &name = user.name;
  name = body.value("name", "");
  // CHECK-MESSAGES: :[[@LINE-1]]:8: warning: a PATCH request without 'name' overwrites 'name' with ""
  auto *address = &user.address;
  address->city = body.value("city", "");
  // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: a PATCH request without 'city' overwrites 'address->city' with ""
  users["2"] = {7, body.value("name", ""), body.value("email", "")};
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: a PATCH request {{.*}}'name'
  // CHECK-MESSAGES: :[[@LINE-2]]:{{[0-9]+}}: warning: a PATCH request {{.*}}'email'
  user.apply(body);
}

// Nothing that was stored is lost.
void added(const Request &req, Response &res) {
  const json body = json::parse(req.body);
  User &user = users.at(req.path_params.at("id"));
  user.visits += body.value("visits", 0);
  user.name += body.value("suffix", "");
  user.tags.push_back(body.value("tag", ""));
  user.settle(body.value("state", 0));
  user.setup(body.value("mode", ""));
  users.emplace(body.value("id", ""), User{});
  users.erase(body.value("old", ""));
  User::count = body.value("count", 0);
  if (user.name == body.value("name", ""))
    res.status = 304;
  user.name = user.name.empty() ? body.value("name", "") : user.name;
  std::string copy = user.name;
  copy = body.value("name", "");
  int visits = user.visits;
  visits = body.value("visits", 0);
  res.status = visits + static_cast<int>(copy.size());
  // What the server itself decides.
  user.email = "";
  user.visits = 0;
  user.name = req.path_params.at("name");
}

void routes(httplib::Server &server) {
  server.Patch("/written/:id", written);
  server.Patch("/added/:id", added);
}
