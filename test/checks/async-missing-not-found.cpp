// What is looked up for a request and used as if it had to be there.
// RUN: %check_async_tidy %s async-missing-not-found %t
#include <algorithm>
#include <httplib.h>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

struct User {
  int id = 0;
  std::string name, email;
  void rename(const std::string &to);
};
struct Users {
  std::optional<User> find(int id) const;
  User *find_by_email(const std::string &email);
  std::shared_ptr<User> load(int id);
  std::unique_ptr<User> fetch(int id);
};
std::map<std::string, User> by_name;
std::vector<User> all;

void routes(httplib::Server &server, Users &users) {
  server.Get("/users/:id", [&](const httplib::Request &req, httplib::Response &res) {
    int id = static_cast<int>(req.body.size());
    auto user = users.find(id);
    res.set_content(user->name, "text/plain");
    // CHECK-MESSAGES: :[[@LINE-1]]:21: warning: what 'Users::find' looks up is used without the answer that it isn't there: a request for an unknown one is undefined behaviour instead of a 404 [async-missing-not-found]
    // CHECK-NOTES: :[[@LINE-3]]:{{[0-9]+}}: note: 'user' is looked up here
    // CHECK-NOTES: :[[@LINE-6]]:10: note: 'lambda' answers GET of '/users/:id', registered with 'Server::Get' here
    // CHECK-NOTES: :[[@LINE-4]]:21: note: answer 404 first
    res.set_content(user->email, "text/plain"); // one finding says it
  });
  server.Get("/mail/:email", [&](const httplib::Request &req, httplib::Response &res) {
    User *user = users.find_by_email(req.get_param_value("email"));
    res.set_content(user->name, "text/plain");
    // CHECK-MESSAGES: :[[@LINE-1]]:21: warning: what 'Users::find_by_email' looks up is used
  });
  server.Delete("/mail/:email", [&](const httplib::Request &req, httplib::Response &) {
    User &user = *users.find_by_email(req.get_param_value("email"));
    // CHECK-MESSAGES: :[[@LINE-1]]:25: warning: what 'Users::find_by_email' looks up is used
    // CHECK-NOTES: :[[@LINE-3]]:10: note: 'lambda' answers DELETE of '/mail/:email', registered with 'Server::Delete' here
    // CHECK-NOTES: :[[@LINE-3]]:25: note: answer 404 first
    user.rename("");
  });
  server.Put("/users/:id", [&](const httplib::Request &req, httplib::Response &) {
    std::shared_ptr<User> user = users.load(static_cast<int>(req.body.size()));
    user->rename(req.get_param_value("name"));
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: what 'Users::load' looks up is used
  });
  server.Get("/users/:id/name", [&](const httplib::Request &req, httplib::Response &res) {
    res.set_content(users.fetch(static_cast<int>(req.body.size()))->name, "text/plain");
    // CHECK-MESSAGES: :[[@LINE-1]]:27: warning: what 'Users::fetch' looks up is used
  });
  server.Post("/users/:name", [&](const httplib::Request &req, httplib::Response &res) {
    auto it = by_name.find(req.get_param_value("name"));
    res.set_content(it->second.email, "text/plain");
    // CHECK-MESSAGES: :[[@LINE-1]]:21: warning: what 'map::find' looks up is used
    // CHECK-NOTES: :[[@LINE-3]]:{{[0-9]+}}: note: 'it' is looked up here
  });
  server.Patch("/users/:name", [&](const httplib::Request &req, httplib::Response &) {
    by_name.find(req.get_param_value("name"))->second.rename("");
    // CHECK-MESSAGES: :[[@LINE-1]]:13: warning: what 'map::find' looks up is used
  });
  server.Get("/all/:name", [&](const httplib::Request &req, httplib::Response &res) {
    const std::string name = req.get_param_value("name");
    auto found = std::find_if(all.begin(), all.end(), [&](const User &user) { return user.name == name; });
    res.set_content(found->email, "text/plain");
    // CHECK-MESSAGES: :[[@LINE-1]]:21: warning: what 'find_if' looks up is used
  });
}
