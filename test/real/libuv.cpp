// RUN: %check_async_tidy %s async-blocking-call %t --real
#include <uv.h>

void on_timer(uv_timer_t *timer) {
  uv_sleep(50);
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: 'uv_sleep' blocks the event loop: it puts the thread to sleep
  uv_fs_t request;
  uv_fs_open(timer->loop, &request, "orders.log", 0, 0, nullptr);
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: 'uv_fs_open' blocks the event loop: it waits for the disk
  uv_fs_open(timer->loop, &request, "orders.log", 0, 0, [](uv_fs_t *) {});
}

void work(uv_work_t *) { uv_sleep(50); }
void after(uv_work_t *, int) {
  uv_sleep(50);
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: 'uv_sleep' blocks the event loop: it puts the thread to sleep
}

void start(uv_loop_t *loop, uv_timer_t *timer, uv_work_t *request) {
  uv_timer_start(timer, on_timer, 1000, 0);
  uv_queue_work(loop, request, work, after);
}
