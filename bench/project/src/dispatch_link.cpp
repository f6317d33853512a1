// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "fleet/clients.hpp"

#include <boost/asio/bind_executor.hpp>
#include <boost/asio/connect.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/read_until.hpp>
#include <boost/asio/strand.hpp>
#include <boost/asio/write.hpp>

#include <iostream>
#include <istream>
#include <utility>

namespace asio = boost::asio;
using boost::system::error_code;
using nlohmann::json;
using tcp = asio::ip::tcp;

namespace fleet {
namespace {

constexpr std::chrono::milliseconds longest_pause{30'000};
constexpr std::chrono::seconds silence{60};
constexpr std::size_t most_lines = 1'000;

std::string line_of(const Trip &trip) {
  const json message{{"type", "trip"}, {"trip", trip}};
  return message.dump() + '\n';
}

} // namespace

DispatchLink::DispatchLink(asio::any_io_executor executor, Endpoint centre, Metrics &metrics)
    : centre_(std::move(centre)), metrics_(metrics), resolver_(executor), socket_(executor), deadline_(executor),
      input_(64 * 1024) {}

void DispatchLink::start() {
  if (stopped_)
    return;
  resolver_.async_resolve(centre_.host, centre_.port,
                          [self = shared_from_this()](error_code error, tcp::resolver::results_type endpoints) {
                            if (error)
                              self->retry("resolve", error);
                            else
                              self->connect(endpoints);
                          });
}

void DispatchLink::connect(const tcp::resolver::results_type &endpoints) {
  deadline_.expires_after(std::chrono::seconds(5));
  deadline_.async_wait([self = shared_from_this()](error_code error) {
    if (!error && !self->connected_)
      self->socket_.close(error);
  });
  asio::async_connect(socket_, endpoints, [self = shared_from_this()](error_code error, const tcp::endpoint &endpoint) {
    if (error)
      return self->retry("connect", error);
    std::clog << "dispatch: connected to " << endpoint << '\n';
    self->connected_ = true;
    self->pause_ = std::chrono::milliseconds(250);
    self->socket_.set_option(tcp::no_delay(true), error);
    self->metrics_.gauge("dispatch.connected", 1);
    self->read();
    if (!self->output_.empty())
      self->write();
  });
}

void DispatchLink::read() {
  deadline_.expires_after(silence);
  deadline_.async_wait([self = shared_from_this()](error_code error) {
    if (error)
      return;
    self->metrics_.count("dispatch.silences");
    self->socket_.close(error);
  });
  asio::async_read_until(socket_, input_, '\n', [self = shared_from_this()](error_code error, std::size_t bytes) {
    if (error)
      return self->retry("read", error);
    self->metrics_.count("dispatch.bytes_read", static_cast<std::int64_t>(bytes));
    std::istream stream(&self->input_);
    std::string line;
    std::getline(stream, line);
    self->take(line);
    self->read();
  });
}

void DispatchLink::take(const std::string &line) {
  const auto message = json::parse(line, nullptr, false);
  if (!message.is_object()) {
    metrics_.count("dispatch.unreadable");
    return;
  }
  const auto type = message.value("type", "");
  if (type == "position" && listener_) {
    try {
      listener_(message.at("vehicle").get<Id>(), message.at("position").get<Position>(), message.value("charge", 0));
    } catch (const json::exception &error) {
      std::clog << "dispatch: " << error.what() << '\n';
    }
  } else if (type == "ping") {
    output_.push_back("{\"type\":\"pong\"}\n");
    if (output_.size() == 1)
      write();
  }
}

void DispatchLink::write() {
  asio::async_write(socket_, asio::buffer(output_.front()),
                    [self = shared_from_this()](error_code error, std::size_t bytes) {
                      // A line that was not written is written again on the next connection.
                      if (error)
                        return self->retry("write", error);
                      self->metrics_.count("dispatch.bytes_written", static_cast<std::int64_t>(bytes));
                      self->output_.pop_front();
                      if (!self->output_.empty())
                        self->write();
                    });
}

void DispatchLink::send(const Trip &trip) {
  asio::post(socket_.get_executor(), [self = shared_from_this(), line = line_of(trip)]() mutable {
    if (self->output_.size() >= most_lines) {
      self->metrics_.count("dispatch.dropped");
      return;
    }
    self->output_.push_back(std::move(line));
    if (self->connected_ && self->output_.size() == 1)
      self->write();
  });
}

void DispatchLink::retry(const char *what, const error_code &error) {
  if (stopped_ || error == asio::error::operation_aborted)
    return;
  std::clog << "dispatch: " << what << ": " << error.message() << '\n';
  metrics_.gauge("dispatch.connected", 0);
  connected_ = false;
  error_code ignored;
  socket_.close(ignored);
  input_.consume(input_.size());
  deadline_.expires_after(pause_);
  pause_ = std::min(2 * pause_, longest_pause);
  deadline_.async_wait([self = shared_from_this()](error_code cancelled) {
    if (!cancelled)
      self->start();
  });
}

void DispatchLink::stop() {
  asio::post(socket_.get_executor(), [self = shared_from_this()] {
    self->stopped_ = true;
    self->resolver_.cancel();
    self->deadline_.cancel();
    error_code ignored;
    self->socket_.close(ignored);
  });
}

} // namespace fleet
