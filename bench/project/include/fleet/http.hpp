// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/beast/http.hpp>
#include <nlohmann/json.hpp>

#include <cstdint>
#include <functional>
#include <map>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace fleet {

namespace http = boost::beast::http;

using Request = http::request<http::string_body>;
using Response = http::response<http::string_body>;

// What a handler throws to answer with a status other than 500.
class HttpError : public std::runtime_error {
public:
  HttpError(http::status status, const std::string &what) : std::runtime_error(what), status_(status) {}
  http::status status() const { return status_; }

private:
  http::status status_;
};

// Of the path's segments in braces and of the query.
class Parameters {
public:
  void set(std::string name, std::string value) { values_.insert_or_assign(std::move(name), std::move(value)); }
  const std::string *find(std::string_view name) const;
  std::string text_or(std::string_view name, std::string_view otherwise) const;
  std::int64_t number(std::string_view name) const;
  std::int64_t number_or(std::string_view name, std::int64_t otherwise) const;

private:
  std::map<std::string, std::string, std::less<>> values_;
};

struct Exchange {
  const Request &request;
  Parameters parameters;
  std::string user;
};

using Handler = std::function<boost::asio::awaitable<Response>(Exchange &)>;
using Middleware = std::function<boost::asio::awaitable<Response>(Exchange &, const Handler &)>;

class Router {
public:
  // A pattern is a path whose segments may be names in braces: /vehicles/{id}
  void add(http::verb method, std::string_view pattern, Handler handler);
  void use(Middleware middleware) { middlewares_.push_back(std::move(middleware)); }
  boost::asio::awaitable<Response> dispatch(const Request &request) const;

private:
  struct Route {
    http::verb method;
    std::vector<std::string> segments;
    Handler handler;
  };
  boost::asio::awaitable<Response> through(std::size_t layer, Exchange &exchange, const Handler &handler) const;

  std::vector<Route> routes_;
  std::vector<Middleware> middlewares_;
};

nlohmann::json body_of(const Request &request);
Response json_response(http::status status, const nlohmann::json &body);
Response text_response(http::status status, std::string_view type, std::string body);

} // namespace fleet
