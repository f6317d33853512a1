// A class of the request whose members can't say that they weren't sent.
// RUN: %check_async_tidy %s async-patch-overwrite %t
#include <httplib.h>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
using nlohmann::json;
using httplib::Request;
using httplib::Response;

struct User {
  int id = 0;
  std::string name, email;
  int age = 0;
};
struct UserStore {
  User &get(int id);
  bool update(const User &user);
  void save(const User &user);
};
UserStore store;
std::map<int, User> users;

// No optional members.
struct UserUpdate {
  std::string name, email;
  int age = 0;
};
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(UserUpdate, name, email, age)
void change(User &user, const UserUpdate &update) {
  user.name = update.name;
  user.email = update.email;
  user.age = update.age;
}
void in_place(const Request &req, Response &) {
  auto update = json::parse(req.body).get<UserUpdate>();
  // CHECK-MESSAGES: :[[@LINE-1]]:39: warning: an object is read here that can't say which of its members a PATCH request sent: those that it left out are overwritten with their defaults [async-patch-overwrite]
  // CHECK-NOTES: :[[@LINE+5]]:13: note: 'user.name' is overwritten here
  // CHECK-NOTES: :[[@LINE+5]]:14: note: 'user.email' is overwritten here
  // CHECK-NOTES: note: 'in_place' answers PATCH of '/place/:id', registered with 'Server::Patch' here
  // CHECK-NOTES: :[[@LINE-5]]:39: note: make the members std::optional, and write only those that have a value
  User &user = users.at(1);
  user.name = update.name;
  user.email = update.email;
}
void by_helper(const Request &req, Response &) {
  const UserUpdate update = json::parse(req.body).get<UserUpdate>();
  // CHECK-MESSAGES: :[[@LINE-1]]:51: warning: an object is read here that can't say which of its members
  // CHECK-NOTES: :[[@LINE-18]]:13: note: 'user.name' is overwritten here
  // CHECK-NOTES: :[[@LINE-18]]:14: note: 'user.email' is overwritten here
  // CHECK-NOTES: :[[@LINE-18]]:12: note: 'user.age' is overwritten here
  // CHECK-NOTES: :[[@LINE+3]]:3: note: 'by_helper' passes it to 'change' here
  // CHECK-NOTES: note: 'by_helper' answers PATCH of '/helper/:id'
  // CHECK-NOTES: note: make the members std::optional
  change(users.at(1), update);
}

// Optional members, written whether they have a value or not.
struct UserPatch {
  std::optional<std::string> name, email;
  std::optional<int> age;
};
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(UserPatch, name, email, age)
void written_anyway(const Request &req, Response &) {
  auto patch = json::parse(req.body).get<UserPatch>();
  User &user = store.get(1);
  user.name = patch.name.value_or("");
  // CHECK-MESSAGES: :[[@LINE-1]]:13: warning: a PATCH request without 'name' overwrites 'user.name' with ""
  // CHECK-FIXES: {{^  }}user.name = patch.name.value_or(user.name);
  user.age = patch.age ? *patch.age : 18;
  // CHECK-MESSAGES: :[[@LINE-1]]:12: warning: a PATCH request without 'age' overwrites 'user.age' with 18
  // CHECK-FIXES: {{^  }}user.age = patch.age ? *patch.age : user.age;
  store.save(user);
}
void written_as_sent(const Request &req, Response &) {
  auto patch = json::parse(req.body).get<UserPatch>();
  User &user = store.get(1);
  if (patch.name)
    user.name = *patch.name;
  if (patch.email.has_value())
    user.email = patch.email.value();
  user.age = patch.age.value_or(user.age);
  store.save(user);
  // Throws where it wasn't sent.
  user.name = patch.name.value();
}

// Its own flags say what was sent.
struct TaggedUpdate {
  std::string name;
  bool has_name = false;
};
void from_json(const json &body, TaggedUpdate &update) {
  update.has_name = body.contains("name");
  update.name = body.value("name", "");
}
void tagged(const Request &req, Response &) {
  auto update = json::parse(req.body).get<TaggedUpdate>();
  User &user = users.at(1);
  if (update.has_name)
    user.name = update.name;
}

// An empty text is one that wasn't sent.
void empty_texts(const Request &req, Response &) {
  auto update = json::parse(req.body).get<UserUpdate>();
  User &user = users.at(1);
  if (!update.name.empty())
    user.name = update.name;
  user.email = update.email.empty() ? user.email : update.email;
  if (update.age != 0)
    user.age = update.age;
}

// A fresh object of what was sent, stored by the project's own function.
void stored_whole(const Request &req, Response &) {
  User user = json::parse(req.body).get<User>();
  user.id = 7;
  store.update(user);
  // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: a PATCH request has 'UserStore::update' store a whole object: every member that it doesn't send is lost
  // CHECK-NOTES: :[[@LINE-4]]:37: note: 'User' is read here
  // CHECK-NOTES: note: 'stored_whole' answers PATCH of '/whole/:id'
  // CHECK-NOTES: :[[@LINE-4]]:9: note: load what is stored, and change only the members that were sent; members of type std::optional can say which
}
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(User, id, name, email, age)

struct PatchStore {
  void apply(int id, const UserPatch &patch); // its members say what was sent
} patches;
void stored_partly(const Request &req, Response &) {
  patches.apply(7, json::parse(req.body).get<UserPatch>());
}
void replaced(const Request &req, Response &) { store.update(json::parse(req.body).get<User>()); }

void routes(httplib::Server &server) {
  server.Patch("/place/:id", in_place);
  server.Patch("/helper/:id", by_helper);
  server.Patch("/anyway/:id", written_anyway);
  server.Patch("/sent/:id", written_as_sent);
  server.Patch("/tagged/:id", tagged);
  server.Patch("/texts/:id", empty_texts);
  server.Patch("/whole/:id", stored_whole);
  server.Patch("/partly/:id", stored_partly);
  server.Put("/users/:id", replaced);
}
