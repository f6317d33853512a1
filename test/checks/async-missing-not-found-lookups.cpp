// What looks up: the project's own functions by their names, containers, and
// what is none.
// RUN: %check_async_tidy %s async-missing-not-found %t
#include <boost/optional.hpp>
#include <httplib.h>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

struct Order {
  int id = 0;
  std::string title;
  bool operator<(const Order &other) const { return id < other.id; }
};

struct OrderRepository {
  virtual ~OrderRepository() = default;
  virtual std::optional<Order> findById(int id) const = 0;
  virtual std::optional<Order> get_order_by_id(int id) const = 0;
  virtual boost::optional<Order> get(int id) const = 0;
  virtual std::shared_ptr<const Order> lookup(int id) = 0;
  virtual const Order *queryOrder(int id) const = 0;
  virtual std::optional<std::string> find_title(int id) const = 0;
  virtual Order *current() = 0;
  virtual Order *getOrCreate(int id) = 0;
  virtual std::shared_ptr<Order> makeOrder(int id) = 0;
  virtual std::optional<Order> first() = 0;
};

namespace orders {
std::optional<Order> select_order(const std::string &key);
}
std::unordered_map<int, std::shared_ptr<Order>> cache;
std::set<Order> sorted;

void routes(httplib::Server &server, OrderRepository &repository) {
  using httplib::Request, httplib::Response;
  server.Get("/orders/:id", [&](const Request &req, Response &res) {
    const int id = static_cast<int>(req.path.size());
    const auto order = repository.findById(id);
    res.set_content(order->title, "text/plain");
    // CHECK-MESSAGES: :[[@LINE-1]]:21: warning: what 'OrderRepository::findById' looks up is used
    res.set_content(repository.get_order_by_id(id)->title, "text/plain");
    // CHECK-MESSAGES: :[[@LINE-1]]:32: warning: what 'OrderRepository::get_order_by_id' looks up is used
    auto maybe = repository.get(id);
    Order copy = *maybe;
    // CHECK-MESSAGES: :[[@LINE-1]]:19: warning: what 'OrderRepository::get' looks up is used
    auto shared = repository.lookup(id);
    res.set_content(shared->title + copy.title, "text/plain");
    // CHECK-MESSAGES: :[[@LINE-1]]:21: warning: what 'OrderRepository::lookup' looks up is used
    if (repository.queryOrder(id)->id != id)
      // CHECK-MESSAGES: :[[@LINE-1]]:20: warning: what 'OrderRepository::queryOrder' looks up is used
      return;
    auto title = repository.find_title(id);
    res.set_content(*title, "text/plain");
    // CHECK-MESSAGES: :[[@LINE-1]]:22: warning: what 'OrderRepository::find_title' looks up is used
    const Order picked = *orders::select_order(req.body);
    // CHECK-MESSAGES: :[[@LINE-1]]:27: warning: what 'select_order' looks up is used
    res.set_content(picked.title, "text/plain");
  });
  server.Get("/cached/:id", [&](const Request &req, Response &res) {
    const int id = static_cast<int>(req.path.size());
    const auto found = cache.find(id);
    const std::shared_ptr<Order> &order = found->second;
    // CHECK-MESSAGES: :[[@LINE-1]]:43: warning: what 'unordered_map::find' looks up is used
    res.set_content(order->title, "text/plain");
    auto place = sorted.find(Order{id});
    res.set_content((*place).title, "text/plain");
    // CHECK-MESSAGES: :[[@LINE-1]]:23: warning: what 'set::find' looks up is used
    for (const auto &[key, kept] : cache)
      res.set_content(kept->title, "text/plain");
  });
}

// They give something that may have nothing in it, and is there itself.
struct ResultSet {
  bool next();
  std::string text(int column);
};
struct Reply {
  int status = 0;
};
struct Database {
  std::shared_ptr<ResultSet> query(const std::string &sql);
  ResultSet *fetchAll(const std::string &table);
};
struct Stock {
  std::shared_ptr<Reply> fetch(const std::string &url);
};
void results(httplib::Server &server, Database &db, Stock &stock) {
  using httplib::Request, httplib::Response;
  server.Get("/results/:id", [&](const Request &req, Response &res) {
    auto rows = db.query("SELECT title FROM orders WHERE id = " + req.path_params.at("id"));
    while (rows->next())
      res.set_content(rows->text(0), "text/plain");
    ResultSet *all = db.fetchAll(req.path_params.at("id"));
    all->next();
    auto reply = stock.fetch("http://stock/" + req.path_params.at("id"));
    res.status = reply->status;
  });
}

// Not a look-up, or one that always finds something.
void others(httplib::Server &server, OrderRepository &repository) {
  using httplib::Request, httplib::Response;
  server.Get("/others/:id", [&](const Request &req, Response &res) {
    const int id = static_cast<int>(req.path.size());
    res.set_content(repository.current()->title, "text/plain");
    res.set_content(repository.getOrCreate(id)->title, "text/plain");
    res.set_content(repository.makeOrder(id)->title, "text/plain");
    res.set_content(repository.first()->title, "text/plain");
    Order *fresh = new Order;
    fresh->id = id;
    // A constant key is there by design.
    res.set_content(repository.findById(1)->title, "text/plain");
    res.set_content(cache.find(7)->second->title, "text/plain");
    static constexpr int standard = 3;
    auto fixed = repository.findById(standard);
    res.set_content(fixed->title, "text/plain");
    // Only handed on: whoever gets it may look.
    auto order = repository.findById(id);
    auto again = std::move(order);
    res.status = again.has_value() ? 200 : 404;
    const std::string text = "a-b";
    res.set_content(text.substr(text.find('-')), "text/plain");
  });
}
