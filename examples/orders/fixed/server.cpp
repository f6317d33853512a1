// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "server.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <array>
#include <chrono>
#include <iostream>
#include <optional>

namespace asio = boost::asio;
namespace beast = boost::beast;
using tcp = asio::ip::tcp;

namespace orders {
namespace {

constexpr std::size_t max_sessions = 1000;
constexpr std::uint32_t header_limit = 16 * 1024;
constexpr std::uint64_t body_limit = 32 * 1024 * 1024;
constexpr auto header_timeout = std::chrono::seconds(30);
constexpr auto write_timeout = std::chrono::seconds(20);

// Nothing for a client that is gone.
std::optional<http::status> answer_to(beast::error_code error) {
  if (error == http::error::body_limit)
    return http::status::payload_too_large;
  if (error == http::error::header_limit)
    return http::status::request_header_fields_too_large;
  if (error == http::error::end_of_stream || error == http::error::partial_message)
    return std::nullopt;
  if (error.category() == http::make_error_code(http::error::bad_method).category())
    return http::status::bad_request;
  return std::nullopt;
}

asio::awaitable<beast::error_code> write(beast::tcp_stream& stream, const Parser& parser, Response response) {
  response.prepare_payload();
  if (parser.get().method() == http::verb::head)
    response.body().clear();
  stream.expires_after(write_timeout);
  beast::error_code error;
  co_await http::async_write(stream, response, asio::redirect_error(asio::use_awaitable, error));
  co_return error;
}

// A client that is still sending would lose the answer with the connection, so it gets a second to end.
asio::awaitable<void> close(beast::tcp_stream& stream) {
  beast::error_code error;
  stream.socket().shutdown(tcp::socket::shutdown_send, error);
  stream.expires_after(std::chrono::seconds(1));
  std::array<char, 8192> ignored;
  while (!error)
    co_await stream.async_read_some(asio::buffer(ignored), asio::redirect_error(asio::use_awaitable, error));
}

} // namespace

// A session that waits for a request, for the lifetime of the object.
class Server::Waiting {
public:
  Waiting(Server& server, beast::tcp_stream& stream) : server_(server), stream_(stream) {
    server_.waiting_.insert(&stream_);
  }
  ~Waiting() { server_.waiting_.erase(&stream_); }
  Waiting(const Waiting&) = delete;
  Waiting& operator=(const Waiting&) = delete;

private:
  Server& server_;
  beast::tcp_stream& stream_;
};

Server::Server(tcp::acceptor acceptor, Router& router, TaskGroup& sessions)
    : acceptor_(std::move(acceptor)), router_(router), sessions_(sessions) {}

asio::awaitable<beast::error_code> Server::read_header(beast::tcp_stream& stream, beast::flat_buffer& buffer,
                                                       Parser& parser) {
  const Waiting waiting(*this, stream);
  parser.header_limit(header_limit);
  parser.body_limit(body_limit);
  stream.expires_after(header_timeout);
  beast::error_code error;
  co_await http::async_read_header(stream, buffer, parser, asio::redirect_error(asio::use_awaitable, error));
  co_return error;
}

asio::awaitable<void> Server::session(tcp::socket socket) {
  beast::tcp_stream stream(std::move(socket));
  beast::flat_buffer buffer;
  bool open = true;
  while (open && !stopping_) {
    Parser parser;
    const auto error = co_await read_header(stream, buffer, parser);
    const auto refusal = answer_to(error);
    if (error && !refusal)
      break;

    Response response;
    if (refusal) {
      response = error_response(*refusal, "the request cannot be read");
    } else {
      Request request(stream, buffer, parser);
      response = co_await router_.dispatch(request);
    }
    open = !refusal && !stopping_ && parser.is_done() && parser.get().keep_alive();
    response.keep_alive(open);
    if (co_await write(stream, parser, std::move(response)))
      co_return;
  }
  co_await close(stream);
}

asio::awaitable<void> Server::serve() {
  asio::steady_timer pause(acceptor_.get_executor());
  while (!stopping_) {
    auto [error, socket] = co_await acceptor_.async_accept(asio::as_tuple(asio::use_awaitable));
    if (stopping_)
      break;
    if (error) { // for example when there are no more descriptors
      std::clog << "accept: " << error.message() << '\n';
      pause.expires_after(std::chrono::milliseconds(100));
      co_await pause.async_wait(asio::use_awaitable);
    } else if (sessions_.size() < max_sessions) {
      sessions_.spawn(session(std::move(socket)));
    }
  }
}

void Server::stop() {
  stopping_ = true;
  beast::error_code ignored;
  acceptor_.close(ignored);
  for (auto* stream : waiting_)
    stream->cancel();
}

} // namespace orders
