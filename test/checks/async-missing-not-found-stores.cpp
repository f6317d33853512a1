// One look-up for each library.
// RUN: %check_async_tidy %s async-missing-not-found %t
#include <SQLiteCpp/SQLiteCpp.h>
#include <boost/mysql.hpp>
#include <httplib.h>
#include <mongocxx/client.hpp>
#include <odb/database.hxx>
#include <sqlite_orm/sqlite_orm.h>
#include <string>
#include <sw/redis++/redis++.h>
#include <userver/server/handlers/http_handler_base.hpp>
#include <userver/storages/postgres/cluster.hpp>

struct User {
  unsigned long id = 0;
  std::string name;
};
using Storage = sqlite_orm::internal::storage_t<sqlite_orm::internal::table_t<User>>;
bsoncxx::document::view by_id(const std::string &id);
std::string text_of(const bsoncxx::document::view &document);

void keys(httplib::Server &server, sw::redis::Redis &redis, mongocxx::collection users) {
  server.Get("/sessions/:id", [&](const httplib::Request &req, httplib::Response &res) {
    const std::string id = req.path_params.at("id");
    auto session = redis.get("session:" + id);
    res.set_content(*session, "text/plain");
    // CHECK-MESSAGES: :[[@LINE-1]]:22: warning: what 'Redis::get' looks up is used
    // CHECK-NOTES: :[[@LINE-3]]:{{[0-9]+}}: note: 'session' is looked up here
    res.set_content(redis.hget("users", id).value(), "text/plain");
    // CHECK-MESSAGES: :[[@LINE-1]]:45: warning: 'optional::value' throws for what isn't there
    auto field = redis.hget("users", id);
    if (field.has_value())
      res.set_content(field.value(), "text/plain");
    if (auto score = redis.zscore("scores", id); *score > 1)
      // CHECK-MESSAGES: :[[@LINE-1]]:51: warning: what 'Redis::zscore' looks up is used
      res.status = 200;
    // The service's own key, which is set at start-up.
    res.set_content(*redis.get("version"), "text/plain");
    if (auto kept = redis.get("kept:" + id))
      res.set_content(*kept, "text/plain");
    res.set_content(redis.get("kept:" + id).value_or("nothing"), "text/plain");
  });
  server.Get("/documents/:id", [&, users](const httplib::Request &req, httplib::Response &res) mutable {
    auto found = users.find_one(by_id(req.path_params.at("id")));
    res.set_content(text_of(found->view()), "application/json");
    // CHECK-MESSAGES: :[[@LINE-1]]:29: warning: what 'collection::find_one' looks up is used
    auto changed = users.find_one_and_update(by_id(req.path_params.at("id")), {});
    if (changed)
      res.set_content(text_of(changed->view()), "application/json");
    auto gone = users.find_one_and_delete(by_id(req.path_params.at("id")));
    res.set_content(text_of((*gone).view()), "application/json");
    // CHECK-MESSAGES: :[[@LINE-1]]:31: warning: what 'collection::find_one_and_delete' looks up is used
    for (const auto &document : users.find(by_id(req.body)))
      res.set_content(text_of(document), "application/json");
  });
}

void objects(httplib::Server &server, odb::database &db, Storage &storage) {
  server.Get("/odb/:id", [&](const httplib::Request &req, httplib::Response &res) {
    const unsigned long id = req.path.size();
    auto user = db.find<User>(id);
    res.set_content(user->name, "text/plain");
    // CHECK-MESSAGES: :[[@LINE-1]]:21: warning: what 'database::find' looks up is used
    User filled;
    if (db.find<User>(id, filled))
      res.set_content(filled.name, "text/plain");
    if (auto one = db.query_one<User>(odb::query<User>("name = " + req.body)))
      res.set_content(one->name, "text/plain");
    auto any = db.query_one<User>(odb::query<User>("name = " + req.body));
    res.set_content(any->name, "text/plain");
    // CHECK-MESSAGES: :[[@LINE-1]]:21: warning: what 'database::query_one' looks up is used
    auto loaded = db.load<User>(id);
    // CHECK-MESSAGES: :[[@LINE-1]]:22: warning: 'database::load' throws for what isn't there
    res.set_content(loaded->name, "text/plain");
    try {
      db.load<User>(id, filled);
    } catch (const odb::object_not_persistent &) {
      res.status = 404;
    }
  });
  server.Get("/orm/:id", [&](const httplib::Request &req, httplib::Response &res) {
    const int id = static_cast<int>(req.path.size());
    auto pointer = storage.get_pointer<User>(id);
    res.set_content(pointer->name, "text/plain");
    // CHECK-MESSAGES: :[[@LINE-1]]:21: warning: what 'storage_t::get_pointer' looks up is used
    auto optional = storage.get_optional<User>(id);
    if (!optional) {
      res.status = 404;
      return;
    }
    res.set_content(optional->name + storage.get<User>(id).name, "text/plain");
    // CHECK-MESSAGES: :[[@LINE-1]]:46: warning: 'storage_t::get' throws
  });
}

void statements(httplib::Server &server, SQLite::Database &db, boost::mysql::any_connection &mysql) {
  server.Get("/names/:id", [&](const httplib::Request &req, httplib::Response &res) {
    const std::string id = req.path_params.at("id");
    res.set_content(db.execAndGet("SELECT name FROM users WHERE id = " + id).getString(), "text/plain");
    // CHECK-MESSAGES: :[[@LINE-1]]:24: warning: 'Database::execAndGet' throws
    res.status = db.execAndGet("SELECT count(*) FROM users WHERE boss = " + id).getInt() > 0 ? 200 : 204;
    boost::mysql::results result;
    mysql.execute(boost::mysql::with_params("SELECT name FROM users WHERE id = {}", id), result);
    res.set_content(std::string(result.rows()[0][0].as_string()), "text/plain");
    // CHECK-MESSAGES: :[[@LINE-1]]:40: warning: the first row of 'results::rows' is used
    boost::mysql::results more;
    mysql.execute(boost::mysql::with_params("SELECT name FROM users WHERE boss = {}", id), more);
    if (more.rows().empty())
      return;
    res.set_content(std::string(more.rows()[0][0].as_string()), "text/plain");
  });
}

class UserHandler : public userver::server::handlers::HttpHandlerBase {
protected:
  std::string HandleRequestThrow(const userver::server::http::HttpRequest &request,
                                 userver::server::request::RequestContext &) const override {
    using userver::storages::postgres::ClusterHostType;
    const std::string &id = request.GetPathArg("id");
    auto rows = cluster->Execute(ClusterHostType::kSlave, "SELECT name FROM users WHERE id = $1", id);
    auto name = rows.Front().As<std::string>();
    // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: the first row of 'Cluster::Execute' is used
    name += cluster->Execute(ClusterHostType::kSlave, "SELECT name FROM users WHERE id = $1", id).AsSingleRow<std::string>();
    // CHECK-MESSAGES: :[[@LINE-1]]:99: warning: 'ResultSet::AsSingleRow' throws
    auto found = cluster->Execute(ClusterHostType::kSlave, "SELECT name FROM users WHERE id = $1", id).AsOptionalSingleRow<std::string>();
    name += *found;
    // CHECK-MESSAGES: :[[@LINE-1]]:14: warning: what 'ResultSet::AsOptionalSingleRow' looks up is used
    name += cluster->Execute(ClusterHostType::kSlave, "SELECT count(*) FROM users WHERE boss = $1", id).AsSingleRow<std::string>();
    auto more = cluster->Execute(ClusterHostType::kSlave, "SELECT name FROM users WHERE boss = $1", id);
    return more.IsEmpty() ? name : name + more.Front().As<std::string>();
  }

private:
  userver::storages::postgres::Cluster *cluster;
};

int main(int argc, char **) {
  httplib::Server server;
  sw::redis::Redis redis("tcp://cache");
  SQLite::Database db("users.db");
  Storage storage("users.db");
  mongocxx::client client(mongocxx::uri("mongodb://db"));
  keys(server, redis, client["shop"]["users"]);
  objects(server, *static_cast<odb::database *>(nullptr), storage);
  statements(server, db, *static_cast<boost::mysql::any_connection *>(nullptr));
  server.listen("0.0.0.0", 8080);
}
