// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "fleet/clients.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/connect.hpp>
#include <boost/asio/experimental/awaitable_operators.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/version.hpp>

#include <algorithm>
#include <cctype>
#include <chrono>
#include <random>
#include <stdexcept>
#include <variant>

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using nlohmann::json;
using tcp = asio::ip::tcp;

namespace fleet {
namespace {

constexpr int attempts = 3;
constexpr std::size_t most_known = 10'000;

std::string encode(std::string_view text) {
  constexpr char digits[] = "0123456789ABCDEF";
  std::string result;
  for (const unsigned char c : text) {
    if (std::isalnum(c) || c == '-' || c == '.' || c == '_')
      result += static_cast<char>(c);
    else
      (result += '%') += {digits[c >> 4], digits[c & 15]};
  }
  return result;
}

std::string normalized(std::string_view address) {
  std::string result;
  for (const unsigned char c : address)
    if (!std::isspace(c))
      result += static_cast<char>(std::tolower(c));
    else if (!result.empty() && result.back() != ' ')
      result += ' ';
  return result;
}

asio::awaitable<void> pause(std::chrono::milliseconds duration) {
  asio::steady_timer timer(co_await asio::this_coro::executor, duration);
  co_await timer.async_wait(asio::use_awaitable);
}

std::chrono::milliseconds backoff(int attempt) {
  thread_local std::mt19937 random(std::random_device{}());
  std::uniform_int_distribution<int> jitter(0, 50);
  return std::chrono::milliseconds((50 << attempt) + jitter(random));
}

asio::awaitable<http::response<http::string_body>> exchange(const Endpoint &server, std::string target,
                                                            std::chrono::milliseconds timeout) {
  const auto executor = co_await asio::this_coro::executor;
  tcp::resolver resolver(executor);
  beast::tcp_stream stream(executor);
  const auto endpoints = co_await resolver.async_resolve(server.host, server.port, asio::use_awaitable);
  stream.expires_after(timeout);
  co_await stream.async_connect(endpoints, asio::use_awaitable);

  http::request<http::empty_body> request(http::verb::get, target, 11);
  request.set(http::field::host, server.host);
  request.set(http::field::accept, "application/json");
  request.set(http::field::user_agent, BOOST_BEAST_VERSION_STRING);
  stream.expires_after(timeout);
  co_await http::async_write(stream, request, asio::use_awaitable);

  beast::flat_buffer buffer;
  http::response_parser<http::string_body> parser;
  parser.body_limit(64 * 1024);
  const auto [error, bytes] = co_await http::async_read(stream, buffer, parser, asio::as_tuple(asio::use_awaitable));
  // Some servers close without a length.
  if (error && (error != http::error::end_of_stream || bytes == 0))
    throw beast::system_error(error);
  beast::error_code ignored;
  stream.socket().shutdown(tcp::socket::shutdown_both, ignored);
  co_return parser.release();
}

std::optional<Place> best_of(const std::string &text) {
  const auto answer = json::parse(text, nullptr, false);
  if (!answer.is_object())
    throw std::runtime_error("the geocoder's answer is not an object");
  const auto candidates = answer.value("candidates", json::array());
  const auto best = std::ranges::max_element(candidates, {}, [](const json &c) { return c.value("score", 0.0); });
  if (best == candidates.end())
    return std::nullopt;
  return Place{best->value("name", ""), best->at("position").get<Position>()};
}

} // namespace

asio::awaitable<std::string> GeocoderClient::fetch(std::string target) {
  using namespace asio::experimental::awaitable_operators;
  for (int attempt = 0; attempt < attempts; ++attempt) {
    if (attempt > 0)
      co_await pause(backoff(attempt));
    try {
      const Stopwatch watch(metrics_, "geocoder.requests");
      // The whole exchange has a deadline, not only each step of it.
      auto first = co_await (exchange(config_.geocoder, target, config_.geocoder_timeout) ||
                             pause(2 * config_.geocoder_timeout));
      if (auto *response = std::get_if<http::response<http::string_body>>(&first)) {
        if (response->result() == http::status::ok)
          co_return std::move(response->body());
        metrics_.count("geocoder.status." + std::to_string(response->result_int()));
      } else {
        metrics_.count("geocoder.timeouts");
      }
    } catch (const beast::system_error &error) {
      metrics_.count("geocoder.errors");
      if (error.code() == asio::error::operation_aborted)
        throw;
    }
  }
  throw std::runtime_error("the geocoder doesn't answer");
}

asio::awaitable<std::optional<Place>> GeocoderClient::locate(std::string address) {
  const auto key = normalized(address);
  if (const auto found = known_.find(key); found != known_.end()) {
    metrics_.count("geocoder.known");
    co_return found->second;
  }
  const auto text = co_await fetch("/locate?q=" + encode(key));
  auto place = best_of(text);
  if (place) {
    if (known_.size() >= most_known)
      known_.clear();
    known_.insert_or_assign(key, *place);
  }
  co_return place;
}

asio::awaitable<std::vector<std::optional<Place>>> GeocoderClient::locate_all(std::vector<std::string> addresses) {
  std::vector<std::optional<Place>> places;
  places.reserve(addresses.size());
  for (auto &address : addresses)
    places.push_back(co_await locate(std::move(address)));
  co_return places;
}

} // namespace fleet
