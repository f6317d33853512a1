// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/beast/http.hpp>

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace orders {

namespace http = boost::beast::http;

using Request = http::request<http::string_body>;
using Response = http::response<http::string_body>;
using Parameters = std::map<std::string, std::string>;
using Handler = std::function<boost::asio::awaitable<Response>(const Request&, const Parameters&)>;

class Router {
public:
  // A pattern is a path whose segments may be names in braces: /orders/{id}
  void add(http::verb method, std::string_view pattern, Handler handler);
  boost::asio::awaitable<Response> dispatch(const Request& request) const;

private:
  struct Route {
    http::verb method;
    std::vector<std::string> segments;
    Handler handler;
  };
  std::vector<Route> routes_;
};

// How often each path was asked for, for the metrics page.
const std::map<std::string, std::size_t>& request_counts();

Response json_response(http::status status, const std::string& body);

} // namespace orders
