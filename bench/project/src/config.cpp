// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "fleet/config.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/address.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <sstream>
#include <type_traits>

namespace asio = boost::asio;
using nlohmann::json;

namespace fleet {
namespace {

template <class T> void take(const json &object, const char *name, T &value) {
  const auto found = object.find(name);
  if (found == object.end())
    return;
  try {
    if constexpr (std::is_same_v<T, std::filesystem::path>)
      value = found->template get<std::string>();
    else
      found->get_to(value);
  } catch (const json::exception &error) {
    throw ConfigError(std::string(name) + ": " + error.what());
  }
}

template <class Duration> void take_duration(const json &object, const char *name, Duration &value) {
  typename Duration::rep count = value.count();
  take(object, name, count);
  if (count <= 0)
    throw ConfigError(std::string(name) + " must be positive");
  value = Duration(count);
}

Endpoint parse_endpoint(std::string_view text) {
  const auto colon = text.rfind(':');
  if (colon == std::string_view::npos || colon + 1 == text.size())
    throw ConfigError("a port is missing: " + std::string(text));
  auto host = text.substr(0, colon);
  if (host.starts_with('[') && host.ends_with(']'))
    host = host.substr(1, host.size() - 2);
  return {std::string(host), std::string(text.substr(colon + 1))};
}

void take_endpoint(const json &object, const char *name, Endpoint &value) {
  std::string text;
  take(object, name, text);
  if (!text.empty())
    value = parse_endpoint(text);
}

template <class Integer> Integer to_number(const char *name, std::string_view text) {
  Integer value{};
  const auto *end = text.data() + text.size();
  const auto [rest, error] = std::from_chars(text.data(), end, value);
  if (error != std::errc() || rest != end)
    throw ConfigError(std::string(name) + " is not a number: " + std::string(text));
  return value;
}

template <class Use> void with_variable(const char *name, Use use) {
  if (const char *value = std::getenv(name); value && *value)
    use(std::string_view(value));
}

void apply_environment(Config &config) {
  with_variable("FLEET_ADDRESS", [&](auto value) { config.address = value; });
  with_variable("FLEET_PORT", [&](auto value) { config.port = to_number<std::uint16_t>("FLEET_PORT", value); });
  with_variable("FLEET_THREADS", [&](auto value) { config.threads = to_number<unsigned>("FLEET_THREADS", value); });
  with_variable("FLEET_DATA", [&](auto value) { config.data_folder = value; });
  with_variable("FLEET_GEOCODER", [&](auto value) { config.geocoder = parse_endpoint(value); });
  with_variable("FLEET_DISPATCH", [&](auto value) { config.dispatch = parse_endpoint(value); });
  with_variable("FLEET_ADMIN_TOKEN", [&](auto value) { config.admin_token = value; });
}

void check(const Config &config) {
  boost::system::error_code error;
  asio::ip::make_address(config.address, error);
  if (error)
    throw ConfigError("address: " + error.message());
  if (config.threads == 0 || config.threads > 256)
    throw ConfigError("threads must be between 1 and 256");
  auto regions = config.regions;
  std::ranges::sort(regions);
  if (const auto twice = std::ranges::adjacent_find(regions); twice != regions.end())
    throw ConfigError("a region is named twice: " + *twice);
}

std::string look_up(const Endpoint &endpoint) {
  asio::io_context io;
  asio::ip::tcp::resolver resolver(io);
  boost::system::error_code error;
  std::ostringstream text;
  for (const auto &entry : resolver.resolve(endpoint.host, endpoint.port, error))
    text << ' ' << entry.endpoint();
  return error ? " (" + error.message() + ")" : text.str();
}

} // namespace

Config parse_config(std::string_view text) {
  const auto object = json::parse(text, nullptr, false, true);
  if (!object.is_object())
    throw ConfigError("the configuration is not a JSON object");
  Config config;
  take(object, "address", config.address);
  take(object, "port", config.port);
  take(object, "threads", config.threads);
  take(object, "data_folder", config.data_folder);
  take(object, "body_limit", config.body_limit);
  take(object, "regions", config.regions);
  take(object, "admin_token", config.admin_token);
  take_endpoint(object, "geocoder", config.geocoder);
  take_endpoint(object, "dispatch", config.dispatch);
  take_endpoint(object, "statsd", config.statsd);
  take_duration(object, "request_timeout", config.request_timeout);
  take_duration(object, "geocoder_timeout", config.geocoder_timeout);
  take_duration(object, "snapshot_every", config.snapshot_every);
  return config;
}

Config load_config(const std::filesystem::path &file) {
  Config config;
  if (!file.empty()) {
    std::ifstream input(file);
    if (!input)
      throw ConfigError("can't read " + file.string());
    config = parse_config(std::string(std::istreambuf_iterator<char>(input), {}));
  }
  apply_environment(config);
  check(config);
  return config;
}

std::string describe(const Config &config) {
  std::ostringstream text;
  text << "listening on " << config.address << ':' << config.port << " with " << config.threads << " threads\n"
       << "data in " << config.data_folder << '\n'
       << "geocoder " << config.geocoder.host << look_up(config.geocoder) << '\n'
       << "dispatch " << config.dispatch.host << look_up(config.dispatch) << '\n';
  return text.str();
}

} // namespace fleet
