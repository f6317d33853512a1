// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "router.hpp"

#include <boost/algorithm/string/classification.hpp>
#include <boost/algorithm/string/split.hpp>

#include <optional>

namespace asio = boost::asio;

namespace orders {
namespace {

std::map<std::string, std::size_t> hits_by_path;

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
      parameters[pair.substr(0, equals)] = pair.substr(equals + 1);
}

std::optional<Parameters> match(const std::vector<std::string>& pattern, const std::vector<std::string>& path) {
  if (pattern.size() != path.size())
    return std::nullopt;
  Parameters parameters;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    if (pattern[i].starts_with('{'))
      parameters[pattern[i].substr(1, pattern[i].size() - 2)] = path[i];
    else if (pattern[i] != path[i])
      return std::nullopt;
  }
  return parameters;
}

} // namespace

void Router::add(http::verb method, std::string_view pattern, Handler handler) {
  routes_.push_back({method, split_path(pattern), std::move(handler)});
}

asio::awaitable<Response> Router::dispatch(const Request& request) const {
  const std::string target(request.target());
  const std::string path = target.substr(0, target.find('?'));
  ++hits_by_path[path];

  const auto segments = split_path(path);
  for (const auto& route : routes_) {
    auto parameters = match(route.segments, segments);
    if (route.method != request.method() || !parameters)
      continue;
    if (path.size() < target.size())
      parse_query(std::string_view(target).substr(path.size() + 1), *parameters);
    co_return co_await route.handler(request, *parameters);
  }
  co_return json_response(http::status::not_found, R"({"error":"no such resource"})");
}

const std::map<std::string, std::size_t>& request_counts() { return hits_by_path; }

Response json_response(http::status status, const std::string& body) {
  Response response(status, 11);
  response.set(http::field::content_type, "application/json");
  response.body() = body;
  return response;
}

} // namespace orders
