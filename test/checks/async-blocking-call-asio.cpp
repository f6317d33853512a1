// RUN: %check_async_tidy %s async-blocking-call %t --no-fix
#include <boost/asio.hpp>
#include <boost/beast.hpp>
#include <string>

namespace beast = boost::beast;
namespace http = beast::http;
namespace net = boost::asio;
using net::ip::tcp;

net::awaitable<void> socket_calls_wait(tcp::socket Socket, tcp::acceptor &Acceptor) {
  char Data[64];
  std::size_t Length = Socket.read_some(net::buffer(Data));
  // CHECK-MESSAGES: :[[@LINE-1]]:24: warning: 'socket::read_some' blocks the event loop: it waits for the network [async-blocking-call]
  Socket.write_some(net::buffer(Data, Length));
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'socket::write_some' blocks the event loop: it waits for the network [async-blocking-call]
  Socket.connect(tcp::endpoint(tcp::v4(), 80));
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'socket::connect' blocks the event loop: it waits for the network [async-blocking-call]
  tcp::socket Peer = Acceptor.accept();
  // CHECK-MESSAGES: :[[@LINE-1]]:22: warning: 'acceptor::accept' blocks the event loop: it waits for the network [async-blocking-call]
  net::write(Socket, net::buffer(Data));
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'write' blocks the event loop: it waits for the network [async-blocking-call]
  net::read(Socket, net::buffer(Data));
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'read' blocks the event loop: it waits for the network [async-blocking-call]
  std::string Line;
  net::read_until(Socket, net::dynamic_buffer(Line), '\n');
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'read_until' blocks the event loop: it waits for the network [async-blocking-call]
  co_return;
}

net::awaitable<void> resolver_waits_for_a_name_server(tcp::socket &Socket) {
  tcp::resolver Resolver(co_await net::this_coro::executor);
  auto Found = Resolver.resolve("stock", "http");
  // CHECK-MESSAGES: :[[@LINE-1]]:16: warning: 'resolver::resolve' blocks the event loop: it waits for a name server [async-blocking-call]
  // CHECK-NOTES: :[[@LINE-2]]:16: note: use 'async_resolve' instead and await it
  net::connect(Socket, Found);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'connect' blocks the event loop: it waits for the network [async-blocking-call]
}

net::awaitable<void> awaited_calls_are_fine(tcp::socket Socket, tcp::acceptor &Acceptor) {
  char Data[64];
  tcp::resolver Resolver(co_await net::this_coro::executor);
  auto Found = co_await Resolver.async_resolve("stock", "http", net::use_awaitable);
  co_await net::async_connect(Socket, Found, net::use_awaitable);
  std::size_t Length = co_await Socket.async_read_some(net::buffer(Data), net::use_awaitable);
  co_await net::async_write(Socket, net::buffer(Data, Length), net::use_awaitable);
  tcp::socket Peer = co_await Acceptor.async_accept(net::use_awaitable);
  Socket.close();
}

net::awaitable<void> loops_and_pools_wait(net::io_context &Context, net::thread_pool &Pool) {
  Context.run();
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'io_context::run' blocks the event loop: it waits for other work to finish [async-blocking-call]
  Pool.join();
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'thread_pool::join' blocks the event loop: it waits for other work to finish [async-blocking-call]
  co_return;
}

net::awaitable<int> answer();

net::awaitable<void> future_of_a_spawned_coroutine_waits(net::io_context &Context) {
  int Value = net::co_spawn(Context, answer(), net::use_future).get();
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: '{{.*}}future::get' blocks the event loop: it waits for other work to finish [async-blocking-call]
  co_return;
}

net::awaitable<void> beast_waits(beast::tcp_stream Stream, http::request<http::string_body> &Request) {
  beast::flat_buffer Buffer;
  http::read(Stream, Buffer, Request);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'read' blocks the event loop: it waits for an HTTP answer [async-blocking-call]
  http::write(Stream, Request);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'write' blocks the event loop: it waits for an HTTP answer [async-blocking-call]
  beast::websocket::stream<beast::tcp_stream> Socket(std::move(Stream));
  Socket.accept();
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'stream::accept' blocks the event loop: it waits for the network [async-blocking-call]
  Socket.read(Buffer);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'stream::read' blocks the event loop: it waits for the network [async-blocking-call]
  co_return;
}

net::awaitable<void> awaited_beast_calls_are_fine(beast::tcp_stream Stream,
                                                  http::request<http::string_body> &Request) {
  beast::flat_buffer Buffer;
  co_await http::async_read(Stream, Buffer, Request, net::use_awaitable);
  co_await http::async_write(Stream, Request, net::use_awaitable);
  beast::websocket::stream<beast::tcp_stream> Socket(std::move(Stream));
  co_await Socket.async_accept(net::use_awaitable);
  co_await Socket.async_read(Buffer, net::use_awaitable);
}
