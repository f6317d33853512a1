// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "router.hpp"

#include "error.hpp"

#include <boost/algorithm/string/classification.hpp>
#include <boost/algorithm/string/split.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <nlohmann/json.hpp>

#include <array>
#include <charconv>
#include <chrono>
#include <iostream>
#include <optional>

namespace asio = boost::asio;
namespace beast = boost::beast;
using nlohmann::json;

namespace orders {
namespace {

constexpr std::size_t text_limit = 64 * 1024;
constexpr auto body_timeout = std::chrono::seconds(20);

std::string decode(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    unsigned value = static_cast<unsigned char>(text[i]);
    if (text[i] == '%') {
      const auto digits = text.substr(i + 1, 2);
      const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
      if (digits.size() != 2 || error != std::errc() || end != digits.data() + 2)
        throw Error(Fault::bad_request, "the address is not percent-encoded well");
      i += 2;
    }
    if (value < 0x20 || value == 0x7f)
      throw Error(Fault::bad_request, "the address has control characters");
    result += static_cast<char>(value);
  }
  return result;
}

std::vector<std::string> split_path(std::string_view path) {
  std::vector<std::string> segments;
  boost::split(segments, path, boost::is_any_of("/"), boost::token_compress_on);
  return segments;
}

void parse_query(std::string_view query, Parameters& parameters) {
  std::vector<std::string> pairs;
  boost::split(pairs, query, boost::is_any_of("&"));
  for (const auto& pair : pairs)
    if (const auto equals = pair.find('='); equals != std::string::npos)
      parameters[decode(pair.substr(0, equals))] = decode(pair.substr(equals + 1));
}

std::optional<Parameters> match(const std::vector<std::string>& pattern, const std::vector<std::string>& path) {
  if (pattern.size() != path.size())
    return std::nullopt;
  Parameters parameters;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    if (pattern[i].starts_with('{'))
      parameters[pattern[i].substr(1, pattern[i].size() - 2)] = decode(path[i]);
    else if (pattern[i] != path[i])
      return std::nullopt;
  }
  return parameters;
}

http::status status_of(Fault fault) {
  switch (fault) {
  case Fault::bad_request:
    return http::status::bad_request;
  case Fault::invalid:
    return http::status::unprocessable_entity;
  case Fault::not_found:
    return http::status::not_found;
  case Fault::conflict:
    return http::status::conflict;
  case Fault::too_large:
    return http::status::payload_too_large;
  case Fault::unavailable:
    return http::status::service_unavailable;
  }
  return http::status::internal_server_error;
}

} // namespace

Request::Request(beast::tcp_stream& stream, beast::flat_buffer& buffer, Parser& parser)
    : stream_(stream), buffer_(buffer), parser_(parser) {}

std::string_view Request::target() const {
  const auto target = parser_.get().target();
  return {target.data(), target.size()};
}

asio::awaitable<void> Request::send_continue() {
  http::response<http::empty_body> response(http::status::continue_, 11);
  co_await http::async_write(stream_, response, asio::use_awaitable);
}

asio::awaitable<std::string_view> Request::read(std::span<char> space) {
  if (parser_.is_done())
    co_return std::string_view();
  stream_.expires_after(body_timeout);
  if (!begun_ && beast::iequals(parser_.get()[http::field::expect], "100-continue"))
    co_await send_continue();
  begun_ = true;

  auto& body = parser_.get().body();
  body.data = space.data();
  body.size = space.size();
  beast::error_code error;
  co_await http::async_read(stream_, buffer_, parser_, asio::redirect_error(asio::use_awaitable, error));
  if (error == http::error::body_limit)
    throw Error(Fault::too_large, "the body is too large");
  if (error && error != http::error::need_buffer) {
    if (error.category() == http::make_error_code(http::error::bad_chunk).category())
      throw Error(Fault::bad_request, "the body is not what its header says");
    throw boost::system::system_error(error);
  }
  co_return std::string_view(space.data(), space.size() - body.size);
}

asio::awaitable<std::string> Request::text() {
  std::string result;
  std::array<char, 4096> space;
  for (;;) {
    const auto part = co_await read(space);
    if (part.empty())
      co_return result;
    if (result.size() + part.size() > text_limit)
      throw Error(Fault::too_large, "the body is too large");
    result += part;
  }
}

void Router::add(http::verb method, std::string_view pattern, Handler handler) {
  routes_.push_back({method, std::string(pattern), split_path(pattern), std::move(handler)});
}

asio::awaitable<Response> Router::dispatch(Request& request) {
  try {
    co_return co_await route(request);
  } catch (const Error& error) {
    co_return error_response(status_of(error.fault), error.what());
  } catch (const std::exception& error) {
    std::clog << "error: " << request.target() << ": " << error.what() << '\n';
    co_return error_response(http::status::internal_server_error, "internal error");
  }
}

asio::awaitable<Response> Router::route(Request& request) {
  const std::string_view target = request.target();
  const std::string_view path = target.substr(0, target.find('?'));
  const auto segments = split_path(path);
  std::string allowed;
  for (auto& route : routes_) {
    auto parameters = match(route.segments, segments);
    if (!parameters)
      continue;
    if (route.method != request.method()) {
      allowed += (allowed.empty() ? "" : ", ") + std::string(http::to_string(route.method));
      continue;
    }
    ++route.hits;
    if (path.size() < target.size())
      parse_query(target.substr(path.size() + 1), *parameters);
    co_return co_await route.handler(request, *parameters);
  }
  if (allowed.empty())
    throw Error(Fault::not_found, "no such resource");
  auto response = error_response(http::status::method_not_allowed, "the resource has no such method");
  response.set(http::field::allow, allowed);
  co_return response;
}

std::map<std::string, std::size_t> Router::request_counts() const {
  std::map<std::string, std::size_t> counts;
  for (const auto& route : routes_)
    counts[std::string(http::to_string(route.method)) + ' ' + route.pattern] = route.hits;
  return counts;
}

Response response_with(http::status status, std::string_view content_type, std::string body) {
  Response response(status, 11);
  response.set(http::field::content_type, boost::beast::string_view(content_type.data(), content_type.size()));
  response.body() = std::move(body);
  return response;
}

Response json_response(http::status status, std::string body) {
  return response_with(status, "application/json", std::move(body));
}

Response error_response(http::status status, std::string_view message) {
  const json body = {{"error", message}};
  return json_response(status, body.dump(-1, ' ', false, json::error_handler_t::replace));
}

} // namespace orders
