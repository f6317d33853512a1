// RUN: %check_async_tidy %s async-blocking-call %t --real -- -I%inputs/include/mock
#include "task.h"
#include <hiredis/async.h>
#include <hiredis/hiredis.h>

Task<> asks() {
  redisContext *context = redisConnect("localhost", 6379);
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: 'redisConnect' blocks the event loop: it waits for the cache server
  redisCommand(context, "GET %s", "order");
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: 'redisCommand' blocks the event loop: it waits for the cache server
  co_return;
}

Task<> asks_async(redisAsyncContext *context) {
  redisAsyncCommand(context, nullptr, nullptr, "GET %s", "order");
  co_return;
}
