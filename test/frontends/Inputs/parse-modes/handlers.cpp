// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Handlers that only the library's bodies instantiate.
#include <boost/asio/buffer.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <array>
#include <fstream>
#include <memory>
#include <string>

namespace asio = boost::asio;

// Which of them a handler calls is known when its parameters are.
void note(const boost::system::error_code &error) { std::ofstream("errors.log") << error.value(); }
void note(std::size_t size) { std::ofstream("sizes.log") << size; }

struct Session : std::enable_shared_from_this<Session> {
  explicit Session(asio::io_context &context) : socket(context), timer(context) {}

  void read() {
    socket.async_read_some(asio::buffer(data), [self = shared_from_this()](auto error, auto size) {
      note(error);
      note(size);
    });
  }

  void wait() { timer.async_wait(OnTimer{}); }

  // A call operator that is a template.
  struct OnTimer {
    template <typename Error> void operator()(Error error) const { note(error); }
  };

  asio::ip::tcp::socket socket;
  asio::steady_timer timer;
  std::array<char, 64> data;
};

void start(asio::io_context &context) {
  auto session = std::make_shared<Session>(context);
  session->read();
  session->wait();
}
