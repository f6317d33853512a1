// RUN: %check_async_tidy %s async-missing-dispose %t --real -check-suffix=SERVES -- -DSERVES
// RUN: %check_async_tidy %s async-missing-dispose %t --real -check-suffix=NONE -- -DSERVES -DSIGNAL
// RUN: %check_async_tidy %s async-missing-dispose %t --real -check-suffix=NONE -- -DSERVES -DSTOP
// RUN: %check_async_tidy %s async-missing-dispose %t --real -check-suffix=NONE -- -DASKS
#include <csignal>
#include <uv.h>

#ifdef SERVES
static void on_connection(uv_stream_t *, int) {}

int main() {
  uv_loop_t *loop = uv_default_loop();
  uv_tcp_t server;
  uv_tcp_init(loop, &server);
  sockaddr_in address;
  uv_ip4_addr("0.0.0.0", 8080, &address);
  uv_tcp_bind(&server, reinterpret_cast<const sockaddr *>(&address), 0);
  uv_listen(reinterpret_cast<uv_stream_t *>(&server), 128, on_connection);
#ifdef SIGNAL
  uv_signal_t terminated;
  uv_signal_init(loop, &terminated);
  uv_signal_start_oneshot(
      &terminated,
      [](uv_signal_t *signal, int) {
        uv_walk(
            signal->loop,
            [](uv_handle_t *handle, void *) { uv_close(handle, nullptr); },
            nullptr);
      },
      SIGTERM);
#endif
#ifdef STOP
  uv_timer_t day;
  uv_timer_init(loop, &day);
  uv_timer_start(
      &day, [](uv_timer_t *timer) { uv_stop(timer->loop); }, 86400000, 0);
#endif
  uv_run(loop, UV_RUN_DEFAULT);
  // CHECK-MESSAGES-SERVES: :[[@LINE-1]]:3: warning: 'uv_run' serves until the process is killed: nothing handles SIGTERM, so that no connection is closed and no request finished at shutdown [async-missing-dispose]
  // CHECK-NOTES-SERVES: :[[@LINE-22]]:3: note: 'uv_listen' accepts connections here
  // CHECK-NOTES-SERVES: :[[@LINE-3]]:3: note: make it in main before uv_run, and close it after uv_run returns; a uv_signal_t for SIGTERM closes the handles or calls uv_stop
}
#else
// It ends with the answer.
static void on_connect(uv_connect_t *connecting, int) {
  uv_close(reinterpret_cast<uv_handle_t *>(connecting->handle), nullptr);
}

int main() {
  uv_tcp_t socket;
  uv_tcp_init(uv_default_loop(), &socket);
  sockaddr_in address;
  uv_ip4_addr("127.0.0.1", 8080, &address);
  uv_connect_t connecting;
  uv_tcp_connect(&connecting, &socket,
                 reinterpret_cast<const sockaddr *>(&address), on_connect);
  uv_run(uv_default_loop(), UV_RUN_DEFAULT);
}
#endif
