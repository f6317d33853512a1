// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>

#include <cstddef>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace orders {

namespace http = boost::beast::http;

using Parser = http::request_parser<http::buffer_body>;
using Response = http::response<http::string_body>;
using Parameters = std::map<std::string, std::string>;

// A request whose header has been read, and whose body is read by its handler.
class Request {
public:
  Request(boost::beast::tcp_stream& stream, boost::beast::flat_buffer& buffer, Parser& parser);

  http::verb method() const { return parser_.get().method(); }
  std::string_view target() const;

  // The next part of the body, in the given space; empty at the end.
  // Throws Error: bad_request or too_large, and system_error when the client is gone.
  boost::asio::awaitable<std::string_view> read(std::span<char> space);

  // The body of a request that is small by its nature. Throws Error: too_large beyond 64 KiB.
  boost::asio::awaitable<std::string> text();

private:
  boost::asio::awaitable<void> send_continue();

  boost::beast::tcp_stream& stream_;
  boost::beast::flat_buffer& buffer_;
  Parser& parser_;
  bool begun_ = false;
};

using Handler = std::function<boost::asio::awaitable<Response>(Request&, const Parameters&)>;

// For a single-threaded executor.
class Router {
public:
  // A pattern is a path whose segments may be names in braces: /orders/{id}
  void add(http::verb method, std::string_view pattern, Handler handler);

  // Answers every request; what a handler throws becomes an answer too.
  boost::asio::awaitable<Response> dispatch(Request& request);

  // How often each route was asked for, for the metrics page.
  std::map<std::string, std::size_t> request_counts() const;

private:
  struct Route {
    http::verb method;
    std::string pattern;
    std::vector<std::string> segments;
    Handler handler;
    std::size_t hits = 0;
  };
  boost::asio::awaitable<Response> route(Request& request);

  std::vector<Route> routes_;
};

Response response_with(http::status status, std::string_view content_type, std::string body);
Response json_response(http::status status, std::string body);
Response error_response(http::status status, std::string_view message);

} // namespace orders
