// A stop that is handed on by its name.
// RUN: %check_async_tidy %s async-missing-dispose %t
#include <boost/asio.hpp>
#include <functional>

using boost::asio::ip::tcp;

int main() {
  boost::asio::io_context io;
  tcp::acceptor acceptor(io, tcp::endpoint(tcp::v4(), 8080));
  acceptor.async_accept([](boost::system::error_code, tcp::socket) {});
  boost::asio::steady_timer end(io, std::chrono::hours(1));
  end.async_wait(std::bind(&boost::asio::io_context::stop, &io));
  io.run();
}
