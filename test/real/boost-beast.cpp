// RUN: %check_async_tidy %s async-blocking-call %t --real -- -DBOOST_ASIO_HAS_CO_AWAIT -DBOOST_ASIO_HAS_STD_COROUTINE
#include <utility>

#include <boost/asio/use_awaitable.hpp>
#include <boost/beast.hpp>

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;

asio::awaitable<void> session(beast::tcp_stream stream) {
  beast::flat_buffer buffer;
  http::request<http::string_body> request;
  http::read(stream, buffer, request);
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: 'read' blocks the event loop: it waits for an HTTP answer
  co_await http::async_read(stream, buffer, request, asio::use_awaitable);
  http::response<http::string_body> response;
  http::write(stream, response);
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: 'write' blocks the event loop: it waits for an HTTP answer
  co_await http::async_write(stream, response, asio::use_awaitable);
}

asio::awaitable<void> chat(beast::websocket::stream<beast::tcp_stream> &socket) {
  beast::flat_buffer buffer;
  socket.read(buffer);
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: '{{.*}}read' blocks the event loop: it waits for the network
  co_await socket.async_read(buffer, asio::use_awaitable);
}

asio::awaitable<void> connects(beast::tcp_stream &stream, const asio::ip::tcp::endpoint &peer) {
  stream.connect(peer);
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: '{{.*}}connect' blocks the event loop: it waits for the network
  co_await stream.async_connect(peer, asio::use_awaitable);
}
