// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "fleet/config.hpp"
#include "fleet/metrics.hpp"
#include "fleet/model.hpp"

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/streambuf.hpp>

#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace fleet {

struct Place {
  std::string name;
  Position position;
};

// Asks a service over HTTP where an address is.
class GeocoderClient {
public:
  GeocoderClient(const Config &config, Metrics &metrics) : config_(config), metrics_(metrics) {}

  boost::asio::awaitable<std::optional<Place>> locate(std::string address);
  boost::asio::awaitable<std::vector<std::optional<Place>>> locate_all(std::vector<std::string> addresses);

private:
  boost::asio::awaitable<std::string> fetch(std::string target);

  const Config &config_;
  Metrics &metrics_;
  std::map<std::string, Place> known_;
};

// A connection to the dispatch centre that comes back by itself: lines of JSON in both directions.
class DispatchLink : public std::enable_shared_from_this<DispatchLink> {
public:
  using Listener = std::function<void(Id vehicle, const Position &position, int charge)>;

  DispatchLink(boost::asio::any_io_executor executor, Endpoint centre, Metrics &metrics);

  void listen(Listener listener) { listener_ = std::move(listener); }
  void start();
  void stop();
  void send(const Trip &trip);

private:
  void connect(const boost::asio::ip::tcp::resolver::results_type &endpoints);
  void read();
  void write();
  void take(const std::string &line);
  void retry(const char *what, const boost::system::error_code &error);

  Endpoint centre_;
  Metrics &metrics_;
  Listener listener_;
  boost::asio::ip::tcp::resolver resolver_;
  boost::asio::ip::tcp::socket socket_;
  boost::asio::steady_timer deadline_;
  boost::asio::streambuf input_;
  std::deque<std::string> output_;
  std::chrono::milliseconds pause_{250};
  bool connected_ = false;
  bool stopped_ = false;
};

} // namespace fleet
