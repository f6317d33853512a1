// What is asked for in time, in any way that people do it.
// RUN: %check_async_tidy %s async-missing-not-found %t
#include <httplib.h>
#include <map>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <unordered_map>

struct User {
  int id = 0;
  std::string name;
};
struct Users {
  std::optional<User> find(const std::string &id) const;
  User *load(const std::string &id);
  std::shared_ptr<User> fetch(const std::string &id);
};
std::unordered_map<std::string, User> by_name;

template <typename T> void require(const T &found) {
  if (!found)
    throw std::runtime_error("no such user");
}
[[noreturn]] void not_found(httplib::Response &res);
bool exists(const std::optional<User> &user) { return user.has_value(); }

void conditions(httplib::Server &server, Users &users) {
  using httplib::Request, httplib::Response;
  server.Get("/return/:id", [&](const Request &req, Response &res) {
    auto user = users.find(req.path_params.at("id"));
    if (!user) {
      res.status = 404;
      return;
    }
    res.set_content(user->name, "text/plain");
  });
  server.Get("/around/:id", [&](const Request &req, Response &res) {
    if (auto user = users.fetch(req.path_params.at("id")))
      res.set_content(user->name, "text/plain");
    else
      res.status = 404;
  });
  server.Get("/init/:name", [&](const Request &req, Response &res) {
    if (auto it = by_name.find(req.path_params.at("name")); it != by_name.end())
      res.set_content(it->second.name, "text/plain");
    if (const User *user = users.load(req.path_params.at("name")); user != nullptr && user->id > 0)
      res.set_content(user->name, "text/plain");
  });
  server.Get("/choice/:id", [&](const Request &req, Response &res) {
    const User *user = users.load(req.path_params.at("id"));
    res.status = user ? 200 : 404;
    res.set_content(user ? user->name : "nobody", "text/plain");
  });
  server.Get("/and/:id", [&](const Request &req, Response &res) {
    auto user = users.find(req.path_params.at("id"));
    bool known = user.has_value() && user->id != 0;
    res.status = known ? 200 : 404;
    if (user == std::nullopt || user->name.empty())
      res.status = 404;
  });
  server.Get("/kept/:id", [&](const Request &req, Response &res) {
    auto it = by_name.find(req.path_params.at("id"));
    const bool found = it != by_name.end();
    if (!found)
      return;
    res.set_content(it->second.name, "text/plain");
  });
  server.Get("/exits/:id", [&](const Request &req, Response &res) {
    auto user = users.find(req.path_params.at("id"));
    if (!user)
      not_found(res);
    res.set_content(user->name, "text/plain");
  });
}

void helpers(httplib::Server &server, Users &users) {
  using httplib::Request, httplib::Response;
  server.Get("/require/:id", [&](const Request &req, Response &res) {
    auto user = users.find(req.path_params.at("id"));
    require(user);
    res.set_content(user->name, "text/plain");
  });
  server.Get("/asks/:id", [&](const Request &req, Response &res) {
    auto user = users.find(req.path_params.at("id"));
    if (!exists(user))
      return;
    res.set_content(user->name, "text/plain");
  });
  server.Get("/throws/:id", [&](const Request &req, Response &res) {
    const User *user = users.load(req.path_params.at("id"));
    if (user == nullptr)
      throw std::out_of_range("no such user");
    res.set_content(user->name, "text/plain");
  });
  server.Get("/default/:id", [&](const Request &req, Response &res) {
    User user = users.find(req.path_params.at("id")).value_or(User{});
    res.set_content(user.name, "text/plain");
    auto found = users.find(req.path_params.at("id"));
    res.set_content(found.value_or(User{}).name, "text/plain");
  });
  server.Get("/or-new/:id", [&](const Request &req, Response &res) {
    auto user = users.find(req.path_params.at("id"));
    if (!user)
      user = User{};
    res.set_content(user->name, "text/plain");
  });
  server.Get("/map/:id", [&](const Request &req, Response &res) {
    // What isn't there is made.
    auto [it, fresh] = by_name.try_emplace(req.path_params.at("id"));
    res.set_content(it->second.name, "text/plain");
    const std::string mail = req.get_param_value("mail");
    by_name.emplace(mail, User{});
    auto made = by_name.find(mail);
    res.set_content(made->second.name, "text/plain");
    const std::string &name = req.path_params.at("id");
    if (by_name.contains(name))
      res.set_content(by_name.find(name)->second.name, "text/plain");
    if (!users.find(name)) {
      res.status = 404;
      return;
    }
    res.set_content(users.find(name)->name, "text/plain");
  });
  server.Get("/loop/:id", [&](const Request &req, Response &res) {
    for (auto it = by_name.begin(); it != by_name.end(); ++it)
      if (it->first == req.path_params.at("id"))
        res.set_content(it->second.name, "text/plain");
    auto user = users.fetch(req.path_params.at("id"));
    while (user) {
      res.set_content(user->name, "text/plain");
      user = users.fetch(user->name);
    }
  });
}
