// The ways in which services answer what their handlers throw.
// RUN: %check_async_tidy %s async-unchecked-request-body %t
#include <cstddef>
#include <functional>
#include <httplib.h>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <stdexcept>
#include <string>

using httplib::Request, httplib::Response;
using nlohmann::json;

void store(const std::string &title, int count);

struct ApiError : std::runtime_error {
  int status;
  ApiError(int status, const std::string &text) : std::runtime_error(text), status(status) {}
};

// What is thrown gets another name.
json require_json(const Request &req) {
  try {
    return json::parse(req.body);
  } catch (const json::exception &error) {
    throw ApiError(400, error.what());
  }
}
int require_number(const std::string &text) {
  std::size_t end = 0;
  int value = std::stoi(text, &end);
  if (end != text.size())
    throw ApiError(400, "no number");
  return value;
}
std::optional<json> parsed(const std::string &text) {
  json body = json::parse(text, nullptr, false);
  if (body.is_discarded())
    return std::nullopt;
  return body;
}

// A router of one's own, with one place that catches.
class Router {
public:
  using Handler = std::function<void(const Request &, Response &)>;
  void on(const std::string &path, Handler handler) { routes[path] = std::move(handler); }
  void dispatch(const Request &req, Response &res) {
    auto it = routes.find(req.path);
    if (it == routes.end()) {
      res.status = 404;
      return;
    }
    try {
      it->second(req, res);
    } catch (const ApiError &error) {
      res.status = error.status;
    } catch (const std::exception &) {
      res.status = 400;
    }
  }

private:
  std::map<std::string, Handler> routes;
};

// A base class that catches.
class Endpoint {
public:
  virtual ~Endpoint() = default;
  void handle(const Request &req, Response &res) {
    try {
      run(req, res);
    } catch (const std::exception &) {
      res.status = 400;
    }
  }

protected:
  virtual void run(const Request &req, Response &res) = 0;
};
class CreateOrder : public Endpoint {
  void run(const Request &req, Response &res) override {
    json body = json::parse(req.body);
    store(body.at("title"), body.at("count"));
    res.status = 201;
  }
};

// The whole function is tried.
void change(const Request &req, Response &res) try {
  store(json::parse(req.body).at("title"), std::stoi(req.path_params.at("id")));
  res.status = 204;
} catch (const std::exception &) {
  res.status = 400;
}

int main() {
  httplib::Server server;
  Router router;
  router.on("/orders", [](const Request &req, Response &) { store(json::parse(req.body).at("title"), 1); });
  server.Post("/.*", [&](const Request &req, Response &res) { router.dispatch(req, res); });
  CreateOrder create;
  server.Post("/orders", [&](const Request &req, Response &res) { create.handle(req, res); });
  server.Patch("/orders/:id", change);
  server.Put("/orders", [](const Request &req, Response &res) {
    try {
      json body = require_json(req);
      store(body.at("title"), require_number(req.get_param_value("count")));
    } catch (const ApiError &error) {
      res.status = error.status;
    }
  });
  server.Put("/orders/optional", [](const Request &req, Response &res) {
    auto body = parsed(req.body);
    if (!body || !body->contains("title")) {
      res.status = 400;
      return;
    }
    store(body->at("title"), 1);
  });
  server.listen("0.0.0.0", 8080);
}
