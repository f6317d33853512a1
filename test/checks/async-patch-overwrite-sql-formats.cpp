// UPDATE of other libraries: numbered binds, chains of <<, formats, names.
// RUN: %check_async_tidy %s async-patch-overwrite %t
#include <boost/mysql.hpp>
#include <cstdio>
#include <httplib.h>
#include <libpq-fe.h>
#include <memory>
#include <mysql/jdbc.h>
#include <nlohmann/json.hpp>
#include <soci/soci.h>
#include <string>
using nlohmann::json;
using httplib::Request;
using httplib::Response;

sql::Connection *jdbc();
soci::session &session();
boost::mysql::any_connection &mysql();
PGconn *postgres();
// A wrapper of the project's own.
namespace db {
struct Statement {
  Statement &bind(int index, const std::string &value);
  Statement &bind(const std::string &name, const std::string &value);
  void run();
};
Statement prepare(const std::string &sql);
template <typename... Args> void execute(const std::string &sql, const Args &...args) {}
} // namespace db
std::string format(const char *text, ...);

void update(const Request &req, Response &) {
  const json body = json::parse(req.body);
  const std::string id = req.path_params.at("id");
  const std::string name = body.value("name", "");

  soci::session &sql = session();
  sql << "UPDATE users SET name = :name, age = :age WHERE id = :id", soci::use(name), soci::use(body.value("age", 0)), soci::use(id);
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: a PATCH request without 'name' sets the column 'name' to ""
  // CHECK-MESSAGES: :[[@LINE-2]]:{{[0-9]+}}: warning: a PATCH request without 'age' sets the column 'age' to 0
  sql << "UPDATE users SET name = :name WHERE id = :id", soci::use(id, "id"), soci::use(name, "name");
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: a PATCH request without 'name' sets the column 'name' to ""
  soci::statement prepared = (sql.prepare << "UPDATE users SET name = :n WHERE id = :i", soci::use(name), soci::use(id));
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: a PATCH request without 'name' sets the column 'name' to ""
  prepared.execute(true);

  std::unique_ptr<sql::PreparedStatement> statement(jdbc()->prepareStatement("UPDATE users SET name = ?, age = ? WHERE id = ?"));
  statement->setString(1, body.value("name", ""));
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: a PATCH request without 'name' sets the column 'name' to ""
  statement->setInt(2, body.value("age", 0));
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: a PATCH request without 'age' sets the column 'age' to 0
  statement->setString(3, id);
  statement->executeUpdate();

  boost::mysql::results result;
  mysql().execute(boost::mysql::with_params("UPDATE users SET name = {}, city = {} WHERE id = {}", name, body.value("city", ""), id), result);
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: a PATCH request without 'name' sets the column 'name' to ""
  // CHECK-MESSAGES: :[[@LINE-2]]:{{[0-9]+}}: warning: a PATCH request without 'city' sets the column 'city' to ""
  auto rename = mysql().prepare_statement("UPDATE users SET name = ? WHERE id = ?");
  mysql().execute(rename.bind(name, id), result);
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: a PATCH request without 'name' sets the column 'name' to ""

  const char *values[] = {name.c_str(), id.c_str()};
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: a PATCH request without 'name' sets the column 'name' to ""
  PQexecParams(postgres(), "UPDATE users SET name = $1 WHERE id = $2", 2, nullptr, values, nullptr, nullptr, 0);

  db::execute("UPDATE users SET name = ? WHERE id = ?", name, id);
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: a PATCH request without 'name' sets the column 'name' to ""
  db::prepare("UPDATE users SET name = ? WHERE id = ?").bind(1, name).bind(2, id).run();
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: a PATCH request without 'name' sets the column 'name' to ""
  auto named = db::prepare("UPDATE users SET name = :name, city = @city WHERE id = :id");
  named.bind(":id", id);
  named.bind(":name", name);
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: a PATCH request without 'name' sets the column 'name' to ""
  named.bind("city", body.value("city", ""));
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: a PATCH request without 'city' sets the column 'city' to ""
  named.run();

  db::execute(format("UPDATE users SET name = '%s', age = %d WHERE id = %s", name.c_str(), body.value("age", 0), id.c_str()));
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: a PATCH request without 'name' sets the column 'name' to ""
  // CHECK-MESSAGES: :[[@LINE-2]]:{{[0-9]+}}: warning: a PATCH request without 'age' sets the column 'age' to 0
  char text[256];
  std::snprintf(text, sizeof text, "UPDATE users SET age=%d WHERE id=%s", body.value("age", 0), id.c_str());
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: a PATCH request without 'age' sets the column 'age' to 0
}

// Nothing is lost.
void kept(const Request &req, Response &) {
  const json body = json::parse(req.body);
  const std::string id = req.path_params.at("id");
  const std::string name = body.value("name", "");
  session() << "UPDATE users SET name = COALESCE(:name, name) WHERE id = :id", soci::use(name), soci::use(id);
  session() << "UPDATE users SET seen = 1 WHERE name = :name", soci::use(name);
  boost::mysql::results result;
  mysql().execute(boost::mysql::with_params("UPDATE users SET name = IF({0} = '', name, {0}) WHERE id = {1}", name, id), result);
  std::unique_ptr<sql::PreparedStatement> statement(jdbc()->prepareStatement("UPDATE users SET seen = ? WHERE name = ?"));
  statement->setInt(1, 7);
  statement->setString(2, name);
  if (!name.empty()) {
    std::unique_ptr<sql::PreparedStatement> rename(jdbc()->prepareStatement("UPDATE users SET name = ? WHERE id = ?"));
    rename->setString(1, name);
  }
  db::prepare("UPDATE users SET seen = ? WHERE name = ?").bind(1, id).bind(2, name).run();
  db::execute("DELETE FROM users WHERE name = ?", name);
  db::execute("INSERT INTO users (name) VALUES (?)", name);
}

void routes(httplib::Server &server) {
  server.Patch("/users/:id", update);
  server.Patch("/kept/:id", kept);
}
