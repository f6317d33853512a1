// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "fleet/http.hpp"
#include "fleet/metrics.hpp"

#include <boost/asio/awaitable.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <nlohmann/json.hpp>

#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace fleet {

class Subscriber {
public:
  virtual ~Subscriber() = default;
  virtual bool wants(std::string_view region) const = 0;
  virtual void deliver(std::shared_ptr<const std::string> message) = 0;
};

// Whoever looks at a map gets what moves on it.
class Hub {
public:
  explicit Hub(Metrics &metrics) : metrics_(metrics) {}

  void join(const std::shared_ptr<Subscriber> &subscriber);
  void leave(const Subscriber *subscriber);
  void publish(std::string_view region, const nlohmann::json &event);

private:
  Metrics &metrics_;
  std::mutex mutex_;
  std::vector<std::weak_ptr<Subscriber>> subscribers_;
};

// The rest of a connection that asked for the upgrade.
boost::asio::awaitable<void> serve_websocket(boost::beast::tcp_stream stream, Request request, Hub &hub);

} // namespace fleet
