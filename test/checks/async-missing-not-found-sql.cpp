// Rows of a query that may have none.
// RUN: %check_async_tidy %s async-missing-not-found %t
#include <httplib.h>
#include <pqxx/pqxx>
#include <string>
#include <tao/pq.hpp>

struct User {
  int id;
  std::string name;
};

std::string name_of(pqxx::work &tx, const std::string &id) {
  pqxx::result rows = tx.exec_params("SELECT name FROM users WHERE id = $1", id);
  return rows[0][0].as<std::string>();
  // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: the first row of 'transaction_base::exec_params' is used without the answer that there is none: a request for an unknown one is an exception or undefined behaviour instead of a 404 [async-missing-not-found]
  // CHECK-NOTES: :[[@LINE-3]]:{{[0-9]+}}: note: 'rows' is looked up here
  // CHECK-NOTES: note: 'lambda' answers GET of '/users/:id', registered with 'Server::Get' here
  // CHECK-NOTES: :[[@LINE-4]]:10: note: answer 404 first
}
std::string mail_of(pqxx::work &tx, const std::string &id) {
  return tx.exec("SELECT mail FROM users WHERE id = " + tx.quote(id))[0][0].as<std::string>();
  // CHECK-MESSAGES: :[[@LINE-1]]:13: warning: the first row of 'transaction_base::exec' is used
}
std::string city_of(pqxx::work &tx, const std::string &id) {
  auto rows = tx.exec("SELECT city FROM users WHERE id = $1", pqxx::params{id});
  const auto row = rows.front();
  // CHECK-MESSAGES: :[[@LINE-1]]:20: warning: the first row of 'transaction_base::exec' is used
  return row["city"].as<std::string>();
}
std::string street_of(pqxx::work &tx, const std::string &id) {
  auto rows = tx.exec_params(R"(
    SELECT street
    FROM addresses
    WHERE user_id = $1
    LIMIT 1)", id);
  return rows.at(0).at("street").as<std::string>();
  // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: the first row of 'transaction_base::exec_params' is used
}
std::string phone_of(pqxx::work &tx, const std::string &id) {
  auto rows = tx.exec_params("SELECT phone\n"
                             "FROM users\n"
                             "WHERE id = $1", id);
  return rows[0][0].as<std::string>();
  // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: the first row of 'transaction_base::exec_params' is used
}
// The statement itself stands elsewhere.
std::string fax_of(pqxx::work &tx, const std::string &id) {
  auto rows = tx.exec_prepared("user_fax", id);
  return rows[0][0].as<std::string>();
}

std::string country_of(tao::pq::connection_pool &pool, const std::string &id) {
  const auto rows = pool.execute("SELECT country FROM users WHERE id = $1", id);
  return rows[0][0].as<std::string>();
  // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: the first row of 'connection_pool::execute' is used
}

std::string checked(pqxx::work &tx, const std::string &id) {
  auto rows = tx.exec_params("SELECT name FROM users WHERE id = $1", id);
  if (rows.empty())
    return "";
  auto more = tx.exec_params("SELECT name FROM users WHERE boss = $1", id);
  if (more.size() == 1)
    return more[0][0].as<std::string>();
  std::string names;
  for (const auto &row : tx.exec_params("SELECT name FROM users WHERE team = $1", id))
    names += row[0].as<std::string>();
  auto some = tx.exec_params("SELECT name FROM users WHERE team = $1", id);
  for (int i = 0; i < some.size(); ++i)
    names += some[i][0].as<std::string>();
  return rows[0][0].as<std::string>() + names;
}
// These always have a row.
int counted(pqxx::work &tx, const std::string &id) {
  auto count = tx.exec_params("SELECT COUNT(*) FROM orders WHERE user_id = $1", id);
  auto exists = tx.exec_params("select exists(select 1 from users where id = $1)", id);
  auto total = tx.exec_params("SELECT coalesce(sum(cents), 0) FROM orders WHERE user_id = $1", id);
  auto made = tx.exec_params("INSERT INTO users (name) VALUES ($1) RETURNING id", id);
  auto version = tx.exec("SELECT version()");
  auto next = tx.exec_params("SELECT nextval($1)", id);
  return count[0][0].as<int>() + exists[0][0].as<int>() + total[0][0].as<int>() + made[0][0].as<int>() +
         next[0][0].as<int>() + static_cast<int>(version[0][0].as<std::string>().size());
}
// A group may have no row, whatever it counts; neither may what is changed.
int grouped(pqxx::work &tx, const std::string &id) {
  auto counts = tx.exec_params("SELECT count(*) FROM orders WHERE user_id = $1 GROUP BY state", id);
  auto changed = tx.exec_params("UPDATE users SET active = true WHERE id = $1 RETURNING id", id);
  return counts[0][0].as<int>() +
         // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: the first row of 'transaction_base::exec_params' is used
         changed[0][0].as<int>();
  // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: the first row of 'transaction_base::exec_params' is used
}

void routes(httplib::Server &server, pqxx::connection &conn, tao::pq::connection_pool &pool) {
  server.Get("/users/:id", [&](const httplib::Request &req, httplib::Response &res) {
    pqxx::work tx(conn);
    const std::string &id = req.path_params.at("id");
    res.set_content(name_of(tx, id) + mail_of(tx, id) + city_of(tx, id) + street_of(tx, id) + phone_of(tx, id) +
                        fax_of(tx, id) + checked(tx, id) + country_of(pool, id),
                    "text/plain");
    res.status = counted(tx, id) + grouped(tx, id);
  });
}
