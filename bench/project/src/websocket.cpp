// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "fleet/hub.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/dispatch.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/websocket.hpp>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <deque>
#include <iostream>
#include <set>

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace websocket = beast::websocket;
using nlohmann::json;

namespace fleet {
namespace {

constexpr std::size_t longest_queue = 256;

class WebSocketSession : public Subscriber, public std::enable_shared_from_this<WebSocketSession> {
public:
  WebSocketSession(beast::tcp_stream stream, Hub &hub) : socket_(std::move(stream)), hub_(hub) {
    socket_.set_option(websocket::stream_base::timeout::suggested(beast::role_type::server));
    socket_.set_option(websocket::stream_base::decorator([](websocket::response_type &response) {
      response.set(http::field::server, std::string(BOOST_BEAST_VERSION_STRING) + " fleet");
    }));
    websocket::permessage_deflate deflate;
    deflate.server_enable = true;
    socket_.set_option(deflate);
    socket_.read_message_max(16 * 1024);
  }

  ~WebSocketSession() override { hub_.leave(this); }

  bool wants(std::string_view region) const override {
    const std::lock_guard lock(mutex_);
    return regions_.empty() || regions_.contains(region);
  }

  void deliver(std::shared_ptr<const std::string> message) override {
    asio::post(socket_.get_executor(), [self = shared_from_this(), message = std::move(message)]() mutable {
      self->queue(std::move(message));
    });
  }

  asio::awaitable<void> run(const Request &request) {
    co_await socket_.async_accept(request, asio::use_awaitable);
    hub_.join(shared_from_this());
    beast::flat_buffer buffer;
    for (;;) {
      const auto [error, bytes] = co_await socket_.async_read(buffer, asio::as_tuple(asio::use_awaitable));
      if (error == websocket::error::closed)
        break;
      if (error)
        throw beast::system_error(error);
      if (socket_.got_text())
        take(beast::buffers_to_string(buffer.data()));
      buffer.consume(bytes);
    }
  }

private:
  void take(const std::string &text) {
    const auto message = json::parse(text, nullptr, false);
    if (!message.is_object() || !message.contains("type"))
      return reply({{"error", "a message has a type"}});
    const auto type = message.value("type", "");
    if (type == "subscribe") {
      std::set<std::string, std::less<>> regions;
      for (const auto &region : message.value("regions", json::array()))
        if (region.is_string())
          regions.insert(region.get<std::string>());
      {
        const std::lock_guard lock(mutex_);
        regions_.swap(regions);
      }
      reply({{"type", "subscribed"}, {"regions", message.value("regions", json::array())}});
    } else if (type == "ping") {
      reply({{"type", "pong"}, {"sent", message.value("sent", 0)}});
    } else {
      reply({{"error", "there is no type " + type}});
    }
  }

  void reply(const json &message) { queue(std::make_shared<const std::string>(message.dump())); }

  void queue(std::shared_ptr<const std::string> message) {
    // Who doesn't read gets what is new, not what is old.
    if (queue_.size() >= longest_queue)
      queue_.erase(queue_.begin() + 1);
    queue_.push_back(std::move(message));
    if (queue_.size() == 1)
      write();
  }

  void write() {
    socket_.text(true);
    socket_.async_write(asio::buffer(*queue_.front()),
                        beast::bind_front_handler(&WebSocketSession::written, shared_from_this()));
  }

  void written(beast::error_code error, std::size_t) {
    if (error) {
      std::clog << "websocket: " << error.message() << '\n';
      return;
    }
    queue_.pop_front();
    if (!queue_.empty())
      write();
  }

  websocket::stream<beast::tcp_stream> socket_;
  Hub &hub_;
  std::deque<std::shared_ptr<const std::string>> queue_;
  mutable std::mutex mutex_;
  std::set<std::string, std::less<>> regions_;
};

} // namespace

void Hub::join(const std::shared_ptr<Subscriber> &subscriber) {
  const std::lock_guard lock(mutex_);
  std::erase_if(subscribers_, [](const auto &known) { return known.expired(); });
  subscribers_.push_back(subscriber);
  metrics_.gauge("hub.subscribers", static_cast<std::int64_t>(subscribers_.size()));
}

void Hub::leave(const Subscriber *subscriber) {
  const std::lock_guard lock(mutex_);
  std::erase_if(subscribers_, [&](const auto &known) {
    const auto alive = known.lock();
    return !alive || alive.get() == subscriber;
  });
  metrics_.gauge("hub.subscribers", static_cast<std::int64_t>(subscribers_.size()));
}

void Hub::publish(std::string_view region, const json &event) {
  std::vector<std::shared_ptr<Subscriber>> wanting;
  {
    const std::lock_guard lock(mutex_);
    for (const auto &known : subscribers_)
      if (auto subscriber = known.lock(); subscriber && subscriber->wants(region))
        wanting.push_back(std::move(subscriber));
  }
  if (wanting.empty())
    return;
  const auto message = std::make_shared<const std::string>(event.dump());
  for (const auto &subscriber : wanting)
    subscriber->deliver(message);
  metrics_.count("hub.messages", static_cast<std::int64_t>(wanting.size()));
}

asio::awaitable<void> serve_websocket(beast::tcp_stream stream, Request request, Hub &hub) {
  const auto session = std::make_shared<WebSocketSession>(std::move(stream), hub);
  co_await session->run(request);
}

} // namespace fleet
