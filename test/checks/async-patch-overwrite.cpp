// The main cases on one page: each message once with its notes, what is fixed, and the nearest things that are fine.
// RUN: %check_async_tidy %s async-patch-overwrite %t --fix-notes
#include <httplib.h>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <pqxx/pqxx>
#include <string>
using nlohmann::json;

struct User {
  int id = 0;
  std::string name;
  std::string email;
  void setEmail(const std::string &address);
};
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(User, id, name, email)

struct Profile {
  std::string city;
  std::optional<std::string> phone;
};
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(Profile, city)

namespace {
std::map<std::string, User> users;
std::map<std::string, Profile> profiles;

struct UserRepository {
  void update(const User &user) { users[std::to_string(user.id)] = user; }
  void replace(const std::string &id, const User &user);
};

// A member, with a default that stands in: the current value can.
void rename(User &user, const json &body) {
  user.name = body.value("name", "");
  // CHECK-MESSAGES: :[[@LINE-1]]:13: warning: a PATCH request without 'name' overwrites 'user.name' with "": what was stored is lost [async-patch-overwrite]
  // CHECK-NOTES: :[[@LINE+25]]:5: note: 'lambda' passes it to 'rename' here
  // CHECK-NOTES: :[[@LINE+17]]:10: note: 'lambda' answers PATCH of '/users/:id', registered with 'Server::Patch' here
  // CHECK-NOTES: :[[@LINE-4]]:13: note: keep the current value as the default
  // CHECK-FIXES: {{^  }}user.name = body.value("name", user.name);
}

// A value that was read before, and given to a helper.
void change_city(Profile &profile, const std::string &city) {
  profile.city = city;
  // CHECK-MESSAGES: :[[@LINE-1]]:16: warning: a PATCH request without 'city' overwrites 'profile.city' with "": what was stored is lost
  // CHECK-NOTES: :[[@LINE+42]]:31: note: 'city' is read here
  // CHECK-NOTES: :[[@LINE+41]]:5: note: 'lambda' passes it to 'change_city' here
  // CHECK-NOTES: :[[@LINE+36]]:10: note: 'lambda' answers PATCH of '/profiles/:id', registered with 'Server::Patch' here
  // CHECK-NOTES: :[[@LINE-5]]:16: note: write it only when it was sent
}
} // namespace

void routes(httplib::Server &server, pqxx::connection &database, UserRepository &repository) {
  server.Patch("/users/:id", [&](const httplib::Request &request, httplib::Response &response) {
    auto found = users.find(request.path_params.at("id"));
    if (found == users.end()) {
      response.status = 404;
      return;
    }
    json body = json::parse(request.body);
    rename(found->second, body);
    // A setter; nothing but a test of the body's can tell.
    const std::string email = body.value("email", "");
    found->second.setEmail(email);
    // CHECK-MESSAGES: :[[@LINE-1]]:19: warning: a PATCH request without 'email' has 'found->second.setEmail' overwrite what was stored with ""
    // CHECK-NOTES: :[[@LINE-3]]:36: note: 'email' is read here
    // CHECK-NOTES: :[[@LINE-13]]:10: note: 'lambda' answers PATCH of '/users/:id', registered with 'Server::Patch' here
    // CHECK-NOTES: :[[@LINE-4]]:19: note: write it only when it was sent
    // CHECK-FIXES: {{^    }}if (body.contains("email"))
    // CHECK-FIXES-NEXT: {{^      }}found->second.setEmail(email);
  });

  // A column.
  server.Patch("/accounts/:id", [&](const httplib::Request &request, httplib::Response &) {
    json body = json::parse(request.body);
    pqxx::work transaction(database);
    transaction.exec_params("UPDATE accounts SET plan = $1, note = COALESCE($2, note) WHERE id = $3", body.value("plan", ""),
                            body.value("note", ""), request.path_params.at("id"));
    // CHECK-MESSAGES: :[[@LINE-2]]:103: warning: a PATCH request without 'plan' sets the column 'plan' to "": what was stored is lost
    // CHECK-NOTES: :[[@LINE-6]]:10: note: 'lambda' answers PATCH of '/accounts/:id', registered with 'Server::Patch' here
    // CHECK-NOTES: :[[@LINE-4]]:103: note: bind a null for what wasn't sent, with 'COALESCE(..., plan)', or name only the columns that were sent
  });

  server.Patch("/profiles/:id", [&](const httplib::Request &request, httplib::Response &) {
    json body = json::parse(request.body);
    Profile &profile = profiles[request.path_params.at("id")];
    // What wasn't sent is read as an empty text.
    change_city(profile, body.value("city", ""));
  });

  // The whole object: the library can merge.
  server.Patch("/members/:id", [&](const httplib::Request &request, httplib::Response &) {
    json body = json::parse(request.body);
    User &user = users.at(request.path_params.at("id"));
    user = body.get<User>();
    // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: a PATCH request replaces 'user' as a whole: every member that it doesn't send is lost
    // CHECK-NOTES: :[[@LINE-5]]:10: note: 'lambda' answers PATCH of '/members/:id', registered with 'Server::Patch' here
    // CHECK-NOTES: :[[@LINE-3]]:10: note: merge what was sent into it
    // CHECK-FIXES: nlohmann::json merged = user; merged.merge_patch(body); user = merged.get<User>();
  });

  // A fresh object that is stored over what was there.
  server.Patch("/guests/:id", [&](const httplib::Request &request, httplib::Response &) {
    repository.replace(request.path_params.at("id"), json::parse(request.body).get<User>());
    // CHECK-MESSAGES: :[[@LINE-1]]:16: warning: a PATCH request has 'UserRepository::replace' store a whole object: every member that it doesn't send is lost
    // CHECK-NOTES: :[[@LINE-3]]:10: note: 'lambda' answers PATCH of '/guests/:id', registered with 'Server::Patch' here
    // CHECK-NOTES: :[[@LINE-3]]:16: note: load what is stored, and change only the members that were sent; members of type std::optional can say which
  });

  // A struct that can't say what was sent: said once, where it is read.
  server.Patch("/cities/:id", [&](const httplib::Request &request, httplib::Response &) {
    auto changes = json::parse(request.body).get<Profile>();
    // CHECK-MESSAGES: :[[@LINE-1]]:46: warning: an object is read here that can't say which of its members a PATCH request sent: those that it left out are overwritten with their defaults
    // CHECK-NOTES: :[[@LINE+5]]:18: note: 'profile.city' is overwritten here
    // CHECK-NOTES: :[[@LINE-4]]:10: note: 'lambda' answers PATCH of '/cities/:id', registered with 'Server::Patch' here
    // CHECK-NOTES: :[[@LINE-4]]:46: note: make the members std::optional, and write only those that have a value
    Profile &profile = profiles[request.path_params.at("id")];
    // CHECK-FIXES: profile.city = changes.city;
    profile.city = changes.city;
    if (changes.phone)
      profile.phone = *changes.phone;
  });
}

// Nothing is lost.
void kept(httplib::Server &server, UserRepository &repository) {
  server.Patch("/kept/:id", [&](const httplib::Request &request, httplib::Response &response) {
    json body = json::parse(request.body);
    User &user = users.at(request.path_params.at("id"));
    user.name = body.value("name", user.name);
    if (body.contains("email"))
      user.setEmail(body.value("email", ""));
    json merged = user;
    merged.merge_patch(body);
    user = merged.get<User>();
    User copy = user;
    copy.name = body.value("name", copy.name);
    repository.update(copy);
    response.set_content(merged.dump(), "application/json");
  });
  server.Put("/users/:id", [&](const httplib::Request &request, httplib::Response &) {
    repository.replace(request.path_params.at("id"), json::parse(request.body).get<User>());
  });
}
