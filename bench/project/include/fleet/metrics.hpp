// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "fleet/config.hpp"

#include <boost/asio/awaitable.hpp>
#include <nlohmann/json_fwd.hpp>

#include <array>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <string_view>

namespace fleet {

class Histogram {
public:
  void observe(std::chrono::nanoseconds duration);
  std::uint64_t count() const { return count_; }
  std::chrono::microseconds quantile(double share) const;

private:
  // A bucket is twice as long as the one before; the first is 64 microseconds.
  std::array<std::uint64_t, 18> buckets_{};
  std::uint64_t count_ = 0;
};

class Metrics {
public:
  void count(std::string_view name, std::int64_t by = 1);
  void gauge(std::string_view name, std::int64_t value);
  void observe(std::string_view name, std::chrono::nanoseconds duration);

  nlohmann::json json() const;
  std::string prometheus() const;
  // Lines for statsd: what has changed since the last call.
  std::string changes();

private:
  mutable std::mutex mutex_;
  std::map<std::string, std::int64_t, std::less<>> counters_;
  std::map<std::string, std::int64_t, std::less<>> reported_;
  std::map<std::string, std::int64_t, std::less<>> gauges_;
  std::map<std::string, Histogram, std::less<>> durations_;
};

// Observes how long it lives.
class Stopwatch {
public:
  Stopwatch(Metrics &metrics, std::string name) : metrics_(metrics), name_(std::move(name)) {}
  ~Stopwatch() { metrics_.observe(name_, std::chrono::steady_clock::now() - start_); }
  Stopwatch(const Stopwatch &) = delete;
  Stopwatch &operator=(const Stopwatch &) = delete;

private:
  Metrics &metrics_;
  std::string name_;
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

// Sends the changes to statsd until the event loop ends.
boost::asio::awaitable<void> report_metrics(Metrics &metrics, Endpoint statsd, std::chrono::seconds every);

} // namespace fleet
