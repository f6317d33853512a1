// RUN: %check_async_tidy %s async-missing-dispose %t --real -std=c++17 -check-suffix=SERVES -- -DSERVES
// RUN: %check_async_tidy %s async-missing-dispose %t --real -std=c++17 -check-suffix=NONE -- -DRUN
#include <restinio/http_server_run.hpp>

static restinio::request_handling_status_t
answer(const restinio::request_handle_t &request) {
  return request->create_response().done();
}

#ifdef SERVES
int main() {
  restinio::asio_ns::io_context loop;
  restinio::http_server_t<> server(
      restinio::external_io_context(loop),
      restinio::server_settings_t<>().port(8080).request_handler(answer));
  server.open_sync();
  loop.run();
  // CHECK-MESSAGES-SERVES: :[[@LINE-1]]:3: warning: 'io_context::run' serves until the process is killed: nothing handles SIGTERM, so that no connection is closed and no request finished at shutdown [async-missing-dispose]
  // CHECK-NOTES-SERVES: :[[@LINE-3]]:3: note: 'http_server_t::open_sync' accepts connections here
  // CHECK-NOTES-SERVES: :[[@LINE-3]]:3: note: make it in main before the loop runs, keep it in an object that main owns, and close it after the loop has ended; a signal_set on SIGINT and SIGTERM ends it
}
#else
// It waits for SIGINT by itself.
int main() {
  restinio::run(restinio::on_this_thread().port(8080).request_handler(answer));
}
#endif
