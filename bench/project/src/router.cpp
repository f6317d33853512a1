// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "fleet/http.hpp"

#include <boost/algorithm/string/classification.hpp>
#include <boost/algorithm/string/split.hpp>
#include <boost/beast/version.hpp>

#include <algorithm>
#include <charconv>
#include <optional>
#include <ranges>
#include <set>
#include <sstream>
#include <utility>

namespace asio = boost::asio;
using nlohmann::json;

namespace fleet {
namespace {

std::vector<std::string> split_path(std::string_view path) {
  std::vector<std::string> segments;
  boost::split(segments, path, boost::is_any_of("/"), boost::token_compress_on);
  std::erase_if(segments, [](const std::string &segment) { return segment.empty(); });
  return segments;
}

std::optional<int> hex_digit(char digit) {
  if (digit >= '0' && digit <= '9')
    return digit - '0';
  if (digit >= 'a' && digit <= 'f')
    return digit - 'a' + 10;
  if (digit >= 'A' && digit <= 'F')
    return digit - 'A' + 10;
  return std::nullopt;
}

std::string decode(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '+') {
      result += ' ';
    } else if (text[i] != '%') {
      result += text[i];
    } else {
      const auto high = i + 2 < text.size() ? hex_digit(text[i + 1]) : std::nullopt;
      const auto low = high ? hex_digit(text[i + 2]) : std::nullopt;
      if (!low)
        throw HttpError(http::status::bad_request, "the target is not encoded well");
      result += static_cast<char>(*high * 16 + *low);
      i += 2;
    }
  }
  return result;
}

void parse_query(std::string_view query, Parameters &parameters) {
  while (!query.empty()) {
    const auto end = std::min(query.find('&'), query.size());
    const auto pair = query.substr(0, end);
    const auto equals = std::min(pair.find('='), pair.size());
    if (equals > 0)
      parameters.set(decode(pair.substr(0, equals)), decode(pair.substr(std::min(equals + 1, pair.size()))));
    query.remove_prefix(std::min(end + 1, query.size()));
  }
}

bool is_name(std::string_view segment) { return segment.starts_with('{') && segment.ends_with('}'); }

bool matches(const std::vector<std::string> &pattern, const std::vector<std::string> &path) {
  return std::ranges::equal(pattern, path, [](const std::string &wanted, const std::string &found) {
    return is_name(wanted) || wanted == found;
  });
}

std::int64_t to_number(std::string_view name, const std::string &text) {
  std::int64_t value = 0;
  const auto *end = text.data() + text.size();
  const auto [rest, error] = std::from_chars(text.data(), end, value);
  if (error != std::errc() || rest != end)
    throw HttpError(http::status::bad_request, std::string(name) + " is not a number");
  return value;
}

} // namespace

const std::string *Parameters::find(std::string_view name) const {
  const auto found = values_.find(name);
  return found == values_.end() ? nullptr : &found->second;
}

std::string Parameters::text_or(std::string_view name, std::string_view otherwise) const {
  const auto *value = find(name);
  return value ? *value : std::string(otherwise);
}

std::int64_t Parameters::number(std::string_view name) const {
  const auto *value = find(name);
  if (!value)
    throw HttpError(http::status::bad_request, std::string(name) + " is missing");
  return to_number(name, *value);
}

std::int64_t Parameters::number_or(std::string_view name, std::int64_t otherwise) const {
  const auto *value = find(name);
  return value ? to_number(name, *value) : otherwise;
}

void Router::add(http::verb method, std::string_view pattern, Handler handler) {
  routes_.push_back({method, split_path(pattern), std::move(handler)});
}

asio::awaitable<Response> Router::through(std::size_t layer, Exchange &exchange, const Handler &handler) const {
  if (layer == middlewares_.size())
    co_return co_await handler(exchange);
  const Handler next = [this, layer, &handler](Exchange &inner) { return through(layer + 1, inner, handler); };
  co_return co_await middlewares_[layer](exchange, next);
}

asio::awaitable<Response> Router::dispatch(const Request &request) const {
  const std::string_view target(request.target().data(), request.target().size());
  const auto question = std::min(target.find('?'), target.size());
  Exchange exchange{request, {}, {}};
  try {
    const auto path = split_path(decode(target.substr(0, question)));
    parse_query(target.substr(std::min(question + 1, target.size())), exchange.parameters);

    std::set<std::string> allowed;
    for (const auto &route : routes_ | std::views::filter([&](const Route &r) { return matches(r.segments, path); })) {
      if (route.method != request.method()) {
        allowed.insert(http::to_string(route.method));
        continue;
      }
      for (std::size_t i = 0; i < path.size(); ++i)
        if (const auto &name = route.segments[i]; is_name(name))
          exchange.parameters.set(name.substr(1, name.size() - 2), path[i]);
      co_return co_await through(0, exchange, route.handler);
    }
    if (allowed.empty())
      co_return json_response(http::status::not_found, {{"error", "there is nothing"}, {"path", path}});
    co_return json_response(http::status::method_not_allowed, {{"error", "no such method"}, {"allowed", allowed}});
  } catch (const HttpError &error) {
    co_return json_response(error.status(), {{"error", error.what()}});
  } catch (const json::exception &error) {
    co_return json_response(http::status::bad_request, {{"error", error.what()}});
  }
}

json body_of(const Request &request) {
  auto body = json::parse(request.body(), nullptr, false);
  if (body.is_discarded())
    throw HttpError(http::status::bad_request, "the body is not JSON");
  return body;
}

Response text_response(http::status status, std::string_view type, std::string body) {
  Response response(status, 11);
  response.set(http::field::server, BOOST_BEAST_VERSION_STRING);
  response.set(http::field::content_type, boost::beast::string_view(type.data(), type.size()));
  response.body() = std::move(body);
  response.prepare_payload();
  return response;
}

Response json_response(http::status status, const json &body) {
  return text_response(status, "application/json", body.dump());
}

} // namespace fleet
