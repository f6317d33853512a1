// UPDATE through libpqxx: columns that get what wasn't sent.
// RUN: %check_async_tidy %s async-patch-overwrite %t
#include <httplib.h>
#include <nlohmann/json.hpp>
#include <optional>
#include <pqxx/pqxx>
#include <string>
using nlohmann::json;
using httplib::Request;
using httplib::Response;

pqxx::connection &connection();
std::string trim(const std::string &text);
constexpr const char *update_email = "UPDATE users SET email = $1 WHERE id = $2";

void update(const Request &req, Response &res) {
  const json body = json::parse(req.body);
  const std::string id = req.path_params.at("id");
  pqxx::work tx(connection());
  tx.exec_params("UPDATE users SET name = $1, age = $2 WHERE id = $3", body.value("name", ""), body.value("age", 0), id);
  // CHECK-MESSAGES: :[[@LINE-1]]:72: warning: a PATCH request without 'name' sets the column 'name' to "": what was stored is lost [async-patch-overwrite]
  // CHECK-NOTES: note: 'update' answers PATCH of '/users/:id', registered with 'Server::Patch' here
  // CHECK-NOTES: :[[@LINE-3]]:72: note: bind a null for what wasn't sent, with 'COALESCE(..., name)', or name only the columns that were sent
  // CHECK-MESSAGES: :[[@LINE-4]]:96: warning: a PATCH request without 'age' sets the column 'age' to 0: what was stored is lost

  const auto note = body.value("note", "");
  tx.exec_params(R"(
      UPDATE shop.users AS u
         SET full_name = $2,
             "Note"    = $3
       WHERE u.id = $1 RETURNING id)",
                 id, body.contains("name") ? body["name"].get<std::string>() : "", note);
  // CHECK-MESSAGES: :[[@LINE-1]]:22: warning: a PATCH request without 'name' sets the column 'full_name' to ""
  // CHECK-MESSAGES: :[[@LINE-2]]:84: warning: a PATCH request without 'note' sets the column 'Note' to ""
  // CHECK-NOTES: :[[@LINE-9]]:26: note: 'note' is read here

  tx.exec(update_email, pqxx::params{req.get_param_value("email"), id});
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: a PATCH request without 'email' sets the column 'email' to an empty value
  pqxx::params given;
  given.append(body.value("email", ""));
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: a PATCH request without 'email' sets the column 'email' to ""
  given.append(id);
  tx.exec(update_email, given);

  std::optional<std::string> city;
  if (body.contains("city"))
    city = body["city"].get<std::string>();
  tx.exec_params("update users set city=$1 where id=$2", city, id);
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: a PATCH request without 'city' sets the column 'city' to
  tx.exec("UPDATE users SET name = " + tx.quote(body.value("name", "")) + " WHERE id = " + tx.quote(id));
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: a PATCH request without 'name' sets the column 'name' to ""
  tx.commit();
}

void prepare(pqxx::connection &at) {
  at.prepare("rename", "UPDATE users SET name = $1 WHERE id = $2");
  at.prepare("keep", "UPDATE users SET name = COALESCE($1, name) WHERE id = $2");
}

// Nothing is lost.
void kept(const Request &req, Response &res) {
  const json body = json::parse(req.body);
  const std::string id = req.path_params.at("id");
  pqxx::work tx(connection());
  std::optional<std::string> name;
  if (body.contains("name"))
    name = body["name"].get<std::string>();
  tx.exec_params("UPDATE users SET name = COALESCE($1, name) WHERE id = $2", name, id);
  tx.exec_params("UPDATE users SET name = coalesce($1::text, name), age = GREATEST(age, $2)", name, body.value("age", 0));
  tx.exec_params("UPDATE users SET name = CASE WHEN $1 = '' THEN name ELSE $1 END WHERE id = $2", body.value("name", ""), id);
  tx.exec_params("UPDATE users SET name = COALESCE(NULLIF($1, ''), name) WHERE id = $2", body.value("name", ""), id);
  tx.exec_params("UPDATE users SET seen = now() WHERE name = $1 AND id = $2", body.value("name", ""), id);
  tx.exec_params("SELECT id FROM users WHERE name = $1", body.value("name", ""));
  tx.exec_params("INSERT INTO audit (who, reason) VALUES ($1, $2)", id, body.value("reason", ""));
  tx.exec_params("UPDATE users SET name = $1 WHERE id = $2", body.at("name").get<std::string>(), id);
  tx.exec_prepared("keep", body.value("name", ""), id);
  if (body.contains("name"))
    tx.exec_params("UPDATE users SET name = $1 WHERE id = $2", body.value("name", ""), id);
  if (!body.contains("email")) {
    res.status = 400;
    return;
  }
  tx.exec_params(update_email, body.value("email", ""), id);
  // Only the columns that were sent.
  std::string sql = "UPDATE users SET ";
  pqxx::params values;
  for (const char *column : {"name", "city"})
    if (body.contains(column)) {
      sql += std::string(column) + " = $1, ";
      values.append(body[column].get<std::string>());
    }
  tx.exec(sql, values);
}
void replace(const Request &req, Response &) {
  const json body = json::parse(req.body);
  pqxx::work tx(connection());
  tx.exec_params("UPDATE users SET name = $1 WHERE id = $2", body.value("name", ""), 7);
}

void routes(httplib::Server &server) {
  server.Patch("/users/:id", update);
  server.Patch("/kept/:id", kept);
  server.Put("/users/:id", replace);
}
