// Look-ups that throw for what isn't there. Drogon answers what a handler
// throws, but not with a 404.
// RUN: %check_async_tidy %s async-missing-not-found %t
#include <drogon/HttpController.h>
#include <drogon/drogon.h>
#include <drogon/orm/CoroMapper.h>
#include <drogon/orm/Mapper.h>
#include <pqxx/pqxx>
#include <string>

using namespace drogon;
using Callback = std::function<void(const HttpResponsePtr &)>;

struct Users {
  using PrimaryKeyType = int;
  const std::string &getValueOfName() const;
};

Users load(int id) {
  orm::Mapper<Users> mapper(app().getDbClient());
  return mapper.findByPrimaryKey(id);
  // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: 'Mapper::findByPrimaryKey' throws for what isn't there, and nobody turns that into a 404: a request for an unknown one looks like a fault of the service [async-missing-not-found]
  // CHECK-NOTES: note: 'lambda' answers GET of '/users/{1}', registered with 'HttpAppFramework::registerHandler' here
  // CHECK-NOTES: :[[@LINE-3]]:17: note: catch it, and answer 404
}
Users load_carefully(int id) {
  orm::Mapper<Users> mapper(app().getDbClient());
  return mapper.findOne(orm::Criteria("id", id)); // its caller catches
}

void routes(pqxx::connection &conn) {
  app().registerHandler("/users/{1}", [](const HttpRequestPtr &, Callback &&callback, int id) {
    auto answer = HttpResponse::newHttpResponse();
    answer->setBody(load(id).getValueOfName());
    callback(answer);
  }, {Get});
  app().registerHandler("/awaited/{1}", [](HttpRequestPtr, int id) -> Task<HttpResponsePtr> {
    orm::CoroMapper<Users> mapper(app().getDbClient());
    const Users user = co_await mapper.findByPrimaryKey(id);
    // CHECK-MESSAGES: :[[@LINE-1]]:40: warning: 'CoroMapper::findByPrimaryKey' throws
    auto answer = HttpResponse::newHttpResponse();
    answer->setBody(user.getValueOfName());
    co_return answer;
  }, {Get});
  app().registerHandler("/rows/{1}", [&](const HttpRequestPtr &, Callback &&callback, int id) {
    pqxx::work tx(conn);
    auto row = tx.exec_params1("SELECT name FROM users WHERE id = $1", id);
    // CHECK-MESSAGES: :[[@LINE-1]]:19: warning: 'transaction_base::exec_params1' throws
    auto one = tx.exec("SELECT name FROM users WHERE id = $1", pqxx::params{id}).one_row();
    // CHECK-MESSAGES: :[[@LINE-1]]:82: warning: 'result::one_row' throws
    auto title = tx.query_value<std::string>("SELECT title FROM users WHERE id = $1", pqxx::params{id});
    // CHECK-MESSAGES: :[[@LINE-1]]:21: warning: 'transaction_base::query_value' throws
    auto answer = HttpResponse::newHttpResponse();
    answer->setBody(row[0].as<std::string>() + one[0].as<std::string>() + title);
    callback(answer);
  }, {Get});

  // Somebody answers, or there always is a row.
  app().registerHandler("/tried/{1}", [](const HttpRequestPtr &, Callback &&callback, int id) {
    orm::Mapper<Users> mapper(app().getDbClient());
    auto answer = HttpResponse::newHttpResponse();
    try {
      answer->setBody(mapper.findByPrimaryKey(id).getValueOfName());
    } catch (const orm::UnexpectedRows &) {
      answer->setStatusCode(k404NotFound);
    }
    try {
      answer->setBody(load_carefully(id).getValueOfName());
    } catch (const orm::DrogonDbException &) {
      answer->setStatusCode(k404NotFound);
    }
    callback(answer);
  }, {Get});
  app().registerHandler("/callbacks/{1}", [](const HttpRequestPtr &, Callback &&callback, int id) {
    orm::Mapper<Users> mapper(app().getDbClient());
    mapper.findByPrimaryKey(
        id, [callback](const Users &) { callback(HttpResponse::newHttpResponse()); },
        [callback](const orm::DrogonDbException &) { callback(HttpResponse::newNotFoundResponse()); });
  }, {Get});
  app().registerHandler("/counts/{1}", [&](const HttpRequestPtr &, Callback &&callback, int id) {
    pqxx::work tx(conn);
    auto count = tx.exec_params1("SELECT COUNT(*) FROM orders WHERE user_id = $1", id);
    auto total = tx.query_value<int>("SELECT sum(cents) FROM orders WHERE user_id = $1", pqxx::params{id});
    auto made = tx.exec_params1("INSERT INTO orders (user_id) VALUES ($1) RETURNING id", id);
    auto answer = HttpResponse::newHttpResponse();
    answer->setBody(std::to_string(count[0].as<int>() + total + made[0].as<int>()));
    callback(answer);
  }, {Get});
}

int main() {
  pqxx::connection conn("host=db connect_timeout=5");
  orm::Mapper<Users> mapper(app().getDbClient());
  mapper.findByPrimaryKey(1); // start-up
  routes(conn);
  app().run();
}
