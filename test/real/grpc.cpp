// RUN: %check_async_tidy %s async-blocking-call %t --real -- -I%inputs/include/mock
#include "task.h"
#include <grpcpp/completion_queue.h>

Task<> waits(grpc::CompletionQueue &queue) {
  void *tag = nullptr;
  bool ok = false;
  queue.Next(&tag, &ok);
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: '{{.*}}Next' blocks the event loop: it waits for {{.*}}
  co_return;
}
