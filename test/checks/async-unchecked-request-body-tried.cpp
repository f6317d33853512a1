// Who catches what a handler throws, and who doesn't.
// RUN: %check_async_tidy %s async-unchecked-request-body %t
#include <functional>
#include <httplib.h>
#include <nlohmann/json.hpp>
#include <string>

using nlohmann::json;
using httplib::Request, httplib::Response;

struct Order {
  std::string title;
  int count = 0;
};
void store(const Order &order);

// Called where it is caught only.
Order read_tried(const std::string &text) {
  auto body = json::parse(text);
  return {body.at("title").get<std::string>(), body.at("count").get<int>()};
}
// One caller doesn't catch.
Order read_both(const std::string &text) {
  auto body = json::parse(text);
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: 'basic_json::parse' throws
  // CHECK-NOTES: note: 'lambda' answers POST of '/orders/plain', registered with 'Server::Post' here
  return {body.at("title").get<std::string>(), 1};
}
Order read_deep(const json &body) {
  return {body.at("title").get<std::string>(), body.at("count").get<int>()};
}
Order read_deeper(const std::string &text) { return read_deep(json::parse(text)); }

// A wrapper that runs what it is given, as people write them.
void answering(Response &res, const std::function<void()> &handler) {
  try {
    handler();
  } catch (const json::exception &error) {
    res.status = 400;
    res.set_content(error.what(), "text/plain");
  }
}
void running(const std::function<void()> &handler) { handler(); }
template <typename Handler> void trying(Response &res, Handler &&handler) {
  try {
    handler();
  } catch (const std::exception &) {
    res.status = 400;
  }
}
template <typename Handler> httplib::Server::Handler wrapped(Handler handler) {
  return [handler](const Request &req, Response &res) {
    try {
      handler(req, res);
    } catch (const std::exception &) {
      res.status = 400;
    }
  };
}
httplib::Server::Handler guarded(httplib::Server::Handler handler) {
  return [handler = std::move(handler)](const Request &req, Response &res) {
    try {
      handler(req, res);
    } catch (const std::exception &) {
      res.status = 400;
    }
  };
}
// This one only counts.
httplib::Server::Handler counted(httplib::Server::Handler handler) {
  return [handler](const Request &req, Response &res) {
    static int requests = 0;
    ++requests;
    handler(req, res);
  };
}

void create(const Request &req, Response &res) {
  auto body = json::parse(req.body);
  store({body.at("title"), body.at("count")});
  res.status = 201;
}
void replace(const Request &req, Response &res) {
  auto body = json::parse(req.body);
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: 'basic_json::parse' throws
  store({body.at("title"), body.at("count")});
  res.status = 204;
}

int main() {
  httplib::Server server;
  server.Post("/orders", [](const Request &req, Response &res) {
    try {
      auto body = json::parse(req.body);
      store({body.at("title").get<std::string>(), std::stoi(req.get_param_value("count"))});
      store(read_tried(req.body));
      store(read_both(req.body));
      store(read_deeper(req.body));
    } catch (const std::exception &) {
      res.status = 400;
    }
  });
  server.Post("/orders/plain", [](const Request &req, Response &) { store(read_both(req.body)); });
  server.Post("/orders/half", [](const Request &req, Response &res) {
    json body;
    try {
      body = json::parse(req.body);
    } catch (const json::parse_error &) {
      res.status = 400;
      return;
    }
    store({body.at("title").get<std::string>(), 1});
    // CHECK-MESSAGES: :[[@LINE-1]]:29: warning: 'basic_json::get' throws
  });
  server.Post("/orders/late", [](const Request &req, Response &res) {
    try {
      res.status = 200;
    } catch (const std::exception &) {
      store({"", std::stoi(req.get_param_value("count"))});
      // CHECK-MESSAGES: :[[@LINE-1]]:18: warning: 'stoi' throws
    }
  });
  server.Post("/orders/answering", [](const Request &req, Response &res) {
    answering(res, [&] {
      auto body = json::parse(req.body);
      store({body.at("title"), body.at("count")});
    });
  });
  server.Post("/orders/trying", [](const Request &req, Response &res) {
    trying(res, [&] { store({json::parse(req.body).at("title"), 1}); });
  });
  server.Post("/orders/running", [](const Request &req, Response &) {
    running([&] {
      auto body = json::parse(req.body);
      // CHECK-MESSAGES: :[[@LINE-1]]:19: warning: 'basic_json::parse' throws
      store({body.at("title"), 1});
    });
  });
  server.Post("/orders/wrapped", wrapped([](const Request &req, Response &) {
    auto body = json::parse(req.body);
    store({body.at("title"), body.at("count")});
  }));
  server.Post("/orders/guarded", guarded(create));
  server.Post("/orders/counted", counted(replace));
  server.listen("0.0.0.0", 8080);
}
