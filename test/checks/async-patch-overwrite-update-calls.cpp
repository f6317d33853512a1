// Calls that store: of the project's own, of libraries, of the object itself.
// RUN: %check_async_tidy %s async-patch-overwrite %t --no-fix
#include <httplib.h>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <pqxx/pqxx>
#include <string>
using nlohmann::json;
using httplib::Request;
using httplib::Response;

struct User {
  int id = 0;
  std::string name, email;
  void save();
};
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(User, id, name, email)
struct UserPatch {
  int id = 0;
  std::optional<std::string> name, email;
};
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(UserPatch, id, name, email)
class Record {
public:
  explicit Record(const json &body) : name_(body.value("name", "")) {}
  void update();
  void setName(const std::string &name) { name_ = name; }

private:
  std::string name_;
};
struct UserStore {
  bool update(const User &user);
  void updateUser(int id, const User &user);
  void upsert(User user);
  void update(const UserPatch &patch);
  void insert(const User &user);
  void remove(const User &user);
  bool exists(const User &user);
  void publish_update(const User &user);
};
UserStore store;
bool save_user(const User &user);
std::string describe(const User &user);
void validate(const User &user);

void wholes(const Request &req, Response &res) {
  const json body = json::parse(req.body);
  User user = body.get<User>();
  store.update(user);
  // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: a PATCH request has 'UserStore::update' store a whole object: every member that it doesn't send is lost [async-patch-overwrite]
  // CHECK-NOTES: :[[@LINE-3]]:{{[0-9]+}}: note: 'User' is read here
  // CHECK-NOTES: note: 'wholes' answers PATCH of '/users/:id', registered with 'Server::Patch' here
  // CHECK-NOTES: note: load what is stored, and change only the members that were sent; members of type std::optional can say which
  store.updateUser(7, body.get<User>());
  // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: a PATCH request has 'UserStore::updateUser' store a whole object
  store.upsert(std::move(user));
  // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: a PATCH request has 'UserStore::upsert' store a whole object
  // What this does stands in a file that isn't looked at here.
  save_user(body.get<User>());
  auto other = body.get<User>();
  other.save();
  // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: a PATCH request replaces 'other' as a whole
  Record record(body);
  record.update();
  // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: a PATCH request replaces 'record' as a whole
  auto shared = std::make_shared<User>(body.get<User>());
  store.update(*shared);
  // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: a PATCH request has 'UserStore::update' store a whole object
}

// Its members say what was sent; what is done isn't storing; or all was required.
void silent(const Request &req, Response &res) {
  const json body = json::parse(req.body);
  store.update(body.get<UserPatch>());
  User user = body.get<User>();
  store.insert(user);
  store.remove(user);
  if (store.exists(user))
    res.set_content(describe(user), "text/plain");
  User loaded;
  loaded.id = 7;
  if (body.contains("name"))
    loaded.name = body["name"].get<std::string>();
  res.set_content(describe(loaded), "text/plain");
}
void required(const Request &req, Response &res) {
  const json body = json::parse(req.body);
  for (const char *key : {"id", "name", "email"})
    if (!body.contains(key)) {
      res.status = 400;
      return;
    }
  store.update(body.get<User>());
}
void loaded_first(const Request &req, Response &) {
  const json body = json::parse(req.body);
  json merged = json::object();
  merged["id"] = 7;
  merged.merge_patch(body);
  User user = merged.get<User>();
  if (body.contains("name"))
    user.name = body["name"].get<std::string>();
}

// An UPDATE of all columns is one too; its place is said.
struct Orders {
  void update(const User &user) {
    std::string sql = "UPDATE users SET ";
    for (const std::string &column : columns_of(user))
      sql += column + " = ?, ";
    pqxx::work tx(connection_);
    tx.exec(sql);
  }
  static std::map<std::string, std::string> fields(const User &user);
  static std::initializer_list<std::string> columns_of(const User &user);
  pqxx::connection connection_;
};
void all_columns(const Request &req, Response &) {
  Orders orders;
  orders.update(json::parse(req.body).get<User>());
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: a PATCH request has 'Orders::update' store a whole object
}

// Read in one place, and taken apart by what stores it: that writes what has a
// value.
User parse_user(const Request &req) {
  User user;
  const json body = json::parse(req.body);
  if (body.contains("name"))
    user.name = body["name"].get<std::string>();
  return user;
}
struct Accounts {
  void updateUser(User &user) {
    pqxx::work tx(connection_);
    if (user.name != "")
      tx.exec_params("UPDATE users SET name = $1 WHERE id = $2", user.name, user.id);
  }
  pqxx::connection connection_;
};
void taken_apart(const Request &req, Response &res) {
  User user;
  try {
    user = parse_user(req);
  } catch (const std::exception &) {
    res.status = 400;
    return;
  }
  Accounts accounts;
  accounts.updateUser(user);
}

void routes(httplib::Server &server) {
  server.Patch("/apart/:id", taken_apart);
  server.Patch("/users/:id", wholes);
  server.Patch("/silent/:id", silent);
  server.Patch("/required/:id", required);
  server.Patch("/loaded/:id", loaded_first);
  server.Patch("/columns/:id", all_columns);
}
