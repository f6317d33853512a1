// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "fleet/metrics.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/ip/udp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <bit>
#include <cmath>
#include <iostream>
#include <sstream>

namespace asio = boost::asio;
using asio::ip::udp;
using namespace std::chrono_literals;

namespace fleet {
namespace {

constexpr std::size_t datagram = 1'400;

template <class Map> auto &slot(Map &map, std::string_view name) {
  if (const auto found = map.find(name); found != map.end())
    return found->second;
  return map.emplace(std::string(name), typename Map::mapped_type{}).first->second;
}

// Prometheus allows neither dots nor dashes in a name.
std::string prometheus_name(std::string_view name) {
  std::string result = "fleet_";
  std::ranges::transform(name, std::back_inserter(result), [](char c) { return c == '.' || c == '-' ? '_' : c; });
  return result;
}

double seconds(std::chrono::microseconds duration) { return std::chrono::duration<double>(duration).count(); }

} // namespace

void Histogram::observe(std::chrono::nanoseconds duration) {
  const auto micros = std::chrono::duration_cast<std::chrono::microseconds>(duration).count();
  const auto steps = static_cast<std::uint64_t>(std::max<std::int64_t>(micros, 0)) / 64;
  ++buckets_[std::min<std::size_t>(std::bit_width(steps), buckets_.size() - 1)];
  ++count_;
}

std::chrono::microseconds Histogram::quantile(double share) const {
  const auto wanted = static_cast<std::uint64_t>(std::ceil(share * static_cast<double>(count_)));
  std::uint64_t seen = 0;
  for (std::size_t i = 0; i < buckets_.size(); ++i) {
    seen += buckets_[i];
    if (seen >= wanted)
      return std::chrono::microseconds(std::int64_t{64} << i);
  }
  return std::chrono::microseconds::max();
}

void Metrics::count(std::string_view name, std::int64_t by) {
  const std::lock_guard lock(mutex_);
  slot(counters_, name) += by;
}

void Metrics::gauge(std::string_view name, std::int64_t value) {
  const std::lock_guard lock(mutex_);
  slot(gauges_, name) = value;
}

void Metrics::observe(std::string_view name, std::chrono::nanoseconds duration) {
  const std::lock_guard lock(mutex_);
  slot(durations_, name).observe(duration);
}

nlohmann::json Metrics::json() const {
  const std::lock_guard lock(mutex_);
  nlohmann::json durations = nlohmann::json::object();
  for (const auto &[name, histogram] : durations_)
    durations[name] = {{"count", histogram.count()},
                       {"median", seconds(histogram.quantile(0.5))},
                       {"p99", seconds(histogram.quantile(0.99))}};
  return {{"counters", counters_}, {"gauges", gauges_}, {"durations", std::move(durations)}};
}

std::string Metrics::prometheus() const {
  const std::lock_guard lock(mutex_);
  std::ostringstream text;
  for (const auto &[name, value] : counters_)
    text << "# TYPE " << prometheus_name(name) << " counter\n" << prometheus_name(name) << ' ' << value << '\n';
  for (const auto &[name, value] : gauges_)
    text << "# TYPE " << prometheus_name(name) << " gauge\n" << prometheus_name(name) << ' ' << value << '\n';
  for (const auto &[name, histogram] : durations_) {
    const auto full = prometheus_name(name) + "_seconds";
    text << "# TYPE " << full << " summary\n";
    for (const double share : {0.5, 0.9, 0.99})
      text << full << "{quantile=\"" << share << "\"} " << seconds(histogram.quantile(share)) << '\n';
    text << full << "_count " << histogram.count() << '\n';
  }
  return text.str();
}

std::string Metrics::changes() {
  const std::lock_guard lock(mutex_);
  std::ostringstream text;
  for (const auto &[name, value] : counters_) {
    auto &before = slot(reported_, name);
    if (value != before)
      text << "fleet." << name << ':' << value - before << "|c\n";
    before = value;
  }
  for (const auto &[name, value] : gauges_)
    text << "fleet." << name << ':' << value << "|g\n";
  return text.str();
}

asio::awaitable<void> report_metrics(Metrics &metrics, Endpoint statsd, std::chrono::seconds every) {
  const auto executor = co_await asio::this_coro::executor;
  udp::resolver resolver(executor);
  udp::socket socket(executor, udp::v4());
  asio::steady_timer timer(executor);
  const udp::endpoint target = *resolver.resolve(udp::v4(), statsd.host, statsd.port).begin();
  for (;;) {
    timer.expires_after(every);
    const auto [stopped] = co_await timer.async_wait(asio::as_tuple(asio::use_awaitable));
    if (stopped)
      co_return;
    const auto text = metrics.changes();
    for (std::string_view rest = text; !rest.empty();) {
      auto size = std::min(rest.size(), datagram);
      // A datagram ends with a line.
      if (size < rest.size())
        size = rest.rfind('\n', size - 1) + 1;
      const auto [error, bytes] =
          co_await socket.async_send_to(asio::buffer(rest.data(), size), target, asio::as_tuple(asio::use_awaitable));
      if (error || bytes != size) {
        std::clog << "statsd: " << error.message() << '\n';
        break;
      }
      rest.remove_prefix(size);
    }
  }
}

} // namespace fleet
