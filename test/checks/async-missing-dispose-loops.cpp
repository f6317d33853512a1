// Boost.MySQL and Boost.Redis keep their loop busy until they are cancelled.
// RUN: %check_async_tidy -check-suffix=DRAINS %s async-missing-dispose %t -- -DDRAINS
// RUN: %check_async_tidy -check-suffix=NONE %s async-missing-dispose %t -- -DSTOPS
// RUN: %check_async_tidy -check-suffix=NONE %s async-missing-dispose %t -- -DCANCELS
// RUN: %check_async_tidy -check-suffix=NONE %s async-missing-dispose %t -- -DNO_SIGNALS
#include <boost/asio.hpp>
#include <boost/mysql.hpp>
#include <boost/redis.hpp>
namespace asio = boost::asio;
using boost::system::error_code;

int main() {
  asio::io_context io;
  boost::mysql::connection_pool mysql(io, boost::mysql::pool_params());
  mysql.async_run(asio::detached);
  // CHECK-MESSAGES-DRAINS: :[[@LINE-1]]:9: warning: 'connection_pool::async_run' goes on until {{.*}}connection_pool::cancel' is called, and nothing in the program calls it: the loop doesn't end when the service is told to [async-missing-dispose]
  // CHECK-NOTES-DRAINS: :[[@LINE-2]]:9: note: call {{.*}}cancel' when the signal arrives
  boost::redis::connection redis(io);
  redis.async_run(boost::redis::config(), asio::detached);
  // CHECK-MESSAGES-DRAINS: :[[@LINE-1]]:9: warning: 'connection::async_run' goes on until {{.*}} is called
  asio::ip::tcp::acceptor acceptor(io, {asio::ip::tcp::v4(), 8080});
#ifndef NO_SIGNALS
  asio::signal_set signals(io, 2, 15);
  signals.async_wait([&](error_code, int) {
#ifdef STOPS
    io.stop();
#endif
#ifdef CANCELS
    mysql.cancel();
    redis.cancel();
#endif
    acceptor.close();
  });
#else
  // A tool that isn't told to end.
  acceptor.close();
#endif
  io.run();
}
