// Code that doesn't run for requests, or not for them alone; helpers that do.
// RUN: %check_async_tidy %s async-missing-not-found %t
#include <httplib.h>
#include <map>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>

struct Account {
  std::string owner;
  long balance = 0;
};
struct Accounts {
  std::optional<Account> find(const std::string &id) const;
  Account *load(const std::string &id);
};
struct Config {
  std::optional<std::string> find(const std::string &key) const;
};
std::map<std::string, std::string> settings;

// Start-up may end with an error.
std::string database_of(const Config &config, const std::string &environment) {
  auto url = config.find(environment + ".database");
  return *url;
}
std::string secret(const std::string &environment) {
  return settings.at(environment) + settings.find(environment)->second;
}

// A tool that nobody calls for a request.
long total_of(Accounts &accounts, const std::string &id) {
  return accounts.load(id)->balance;
}

// Handlers call these.
long balance_of(Accounts &accounts, const std::string &id) {
  auto account = accounts.find(id);
  return account->balance;
  // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: what 'Accounts::find' looks up is used
  // CHECK-NOTES: :[[@LINE-3]]:{{[0-9]+}}: note: 'account' is looked up here
  // CHECK-NOTES: note: 'lambda' answers GET of '/accounts/:id/balance', registered with 'Server::Get' here
}
class Transfers {
public:
  explicit Transfers(Accounts &accounts) : accounts(accounts) {}
  void book(const std::string &from, const std::string &to, long cents) {
    Account *source = accounts.load(from);
    Account *target = accounts.load(to);
    if (!source)
      throw std::invalid_argument("no such account");
    source->balance -= cents;
    target->balance += cents;
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: what 'Accounts::load' looks up is used
    // CHECK-NOTES: :[[@LINE-6]]:{{[0-9]+}}: note: 'target' is looked up here
    // CHECK-NOTES: note: 'lambda' answers POST of '/transfers', registered with 'Server::Post' here
  }

private:
  Accounts &accounts;
};
// Found before it is called.
void print(const Account *account, httplib::Response &res) {
  res.set_content(account->owner, "text/plain");
}

void routes(httplib::Server &server, Accounts &accounts, Transfers &transfers) {
  server.Get("/accounts/:id/balance", [&](const httplib::Request &req, httplib::Response &res) {
    res.set_content(std::to_string(balance_of(accounts, req.path_params.at("id"))), "text/plain");
  });
  server.Post("/transfers", [&](const httplib::Request &req, httplib::Response &) {
    transfers.book(req.get_param_value("from"), req.get_param_value("to"), 100);
  });
  server.Get("/accounts/:id", [&](const httplib::Request &req, httplib::Response &res) {
    if (const Account *account = accounts.load(req.path_params.at("id")))
      print(account, res);
    auto show = [&](const std::string &id) {
      res.set_content(accounts.find(id)->owner, "text/plain");
      // CHECK-MESSAGES: :[[@LINE-1]]:32: warning: what 'Accounts::find' looks up is used
    };
    show(req.path_params.at("id"));
  });
}

int main(int argc, char **argv) {
  Config config;
  httplib::Server server;
  Accounts accounts;
  Transfers transfers(accounts);
  const std::string environment = argc > 1 ? argv[1] : "test";
  routes(server, accounts, transfers);
  server.listen(database_of(config, environment) + secret(environment), 8080);
}
