// RUN: %check_async_tidy %s async-patch-overwrite %t --real
// cpp-httplib, nlohmann/json and the database libraries as Debian has them.
#include <SQLiteCpp/SQLiteCpp.h>
#include <SQLiteCpp/VariadicBind.h>
#include <httplib.h>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <pqxx/pqxx>
#include <soci/soci.h>
#include <sqlite3.h>
#include <string>
using nlohmann::json;
using httplib::Request;
using httplib::Response;

struct User {
  int id = 0;
  std::string name, email;
  int age = 0;
};
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(User, id, name, email, age)
struct Point {
  int x = 0, y = 0;
};
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(Point, x, y)
std::map<std::string, User> users;
std::map<std::string, Point> points;

void fields(const Request &req, Response &res) {
  auto body = json::parse(req.body);
  const std::string id = req.matches[1];
  auto it = users.find(id);
  if (it == users.end()) {
    res.status = 404;
    return;
  }
  User &user = it->second;
  user.name = body.value("name", "");
  // CHECK-MESSAGES: :[[@LINE-1]]:13: warning: a PATCH request without 'name' overwrites 'user.name' with "": what was stored is lost [async-patch-overwrite]
  // CHECK-NOTES: note: 'fields' answers PATCH of '/users/(\d+)', registered with 'Server::Patch' here
  // CHECK-FIXES: user.name = body.value("name", user.name);
  user.age = body.contains("age") ? body["age"].get<int>() : 0;
  // CHECK-MESSAGES: :[[@LINE-1]]:12: warning: a PATCH request without 'age' overwrites 'user.age' with 0
  // CHECK-FIXES: user.age = body.contains("age") ? body["age"].get<int>() : user.age;
  user.email = req.get_param_value("email");
  // CHECK-MESSAGES: :[[@LINE-1]]:14: warning: a PATCH request without 'email' overwrites 'user.email' with an empty value
  // CHECK-FIXES: if (req.has_param("email"))
  // CHECK-FIXES-NEXT: user.email = req.get_param_value("email");
  user.email = body["email"]; // throws
  user.name = body.at("name").get<std::string>();
  body.at("name").get_to(user.name);
  if (body.contains("email"))
    body["email"].get_to(user.email);
  if (req.has_param("age"))
    user.age = std::stoi(req.get_param_value("age"));
}
void wholes(const Request &req, Response &) {
  auto body = json::parse(req.body);
  users[req.matches[1]] = body.get<User>();
  // CHECK-MESSAGES: :[[@LINE-1]]:25: warning: a PATCH request replaces 'users[req.matches[1]]' as a whole
  points[req.matches[1]] = body.get<Point>(); // throws where something is missing
  json merged = users[req.matches[1]];
  merged.merge_patch(body);
  users[req.matches[1]] = merged.get<User>();
}

void databases(const Request &req, Response &) {
  const json body = json::parse(req.body);
  const std::string id = req.matches[1];
  const std::string name = body.value("name", "");
  std::optional<std::string> sent;
  if (body.contains("name"))
    sent = name;

  static pqxx::connection connection("host=db");
  pqxx::work tx(connection);
  tx.exec_params("UPDATE users SET name = $1 WHERE id = $2", name, id);
  // CHECK-MESSAGES: :[[@LINE-1]]:62: warning: a PATCH request without 'name' sets the column 'name' to ""
  tx.exec_params("UPDATE users SET name = COALESCE($1, name) WHERE id = $2", name, id);

  static soci::session sql("postgresql", "host=db");
  int age = body.value("age", 0);
  sql << "UPDATE users SET age = :age WHERE name = :name", soci::use(age), soci::use(name);
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: a PATCH request without 'age' sets the column 'age' to 0
  sql << "UPDATE users SET age = :age WHERE name = :name", soci::use(name, "name"), soci::use(age, "age");
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: a PATCH request without 'age' sets the column 'age' to 0

  static SQLite::Database db("users.db3");
  SQLite::Statement update(db, "UPDATE users SET name = ?, age = ? WHERE id = ?");
  update.bind(1, name);
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: a PATCH request without 'name' sets the column 'name' to ""
  update.bind(2, age);
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: a PATCH request without 'age' sets the column 'age' to 0
  update.bind(3, id);
  update.exec();
  SQLite::Statement named(db, "UPDATE users SET email = :email WHERE name = :name");
  named.bind(":name", name);
  named.bind(":email", body.value("email", ""));
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: a PATCH request without 'email' sets the column 'email' to ""
  SQLite::Statement several(db, "UPDATE users SET name = ? WHERE id = ?");
  SQLite::bind(several, name, id);
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: a PATCH request without 'name' sets the column 'name' to ""

  sqlite3_stmt *statement = nullptr;
  sqlite3_prepare_v2(db.getHandle(), "UPDATE users SET name = ?1 WHERE id = ?2", -1, &statement, nullptr);
  sqlite3_bind_text(statement, 1, name.c_str(), -1, SQLITE_TRANSIENT);
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: a PATCH request without 'name' sets the column 'name' to ""
  sqlite3_bind_text(statement, 2, id.c_str(), -1, SQLITE_TRANSIENT);
  sqlite3_step(statement);
}
void replace(const Request &req, Response &) { users[req.matches[1]].name = json::parse(req.body).value("name", ""); }

void routes(httplib::Server &server) {
  server.Patch(R"(/users/(\d+))", fields);
  server.Patch(R"(/wholes/(\d+))", wholes);
  server.Patch(R"(/databases/(\d+))", databases);
  server.Put(R"(/users/(\d+))", replace);
}
