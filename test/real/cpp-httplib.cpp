// RUN: %check_async_tidy %s async-blocking-call %t --real -- -I%inputs/include/mock
#include "task.h"
#include <chrono>
#include <httplib.h>
#include <thread>

Task<int> asks() {
  httplib::Client client("localhost", 8080);
  auto answer = client.Get("/health");
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: '{{.*}}Get' blocks the event loop: it waits for an HTTP answer
  co_return answer ? answer->status : 0;
}

// Every handler has a thread of its own.
void serves(httplib::Server &server) {
  server.Get("/health", [](const httplib::Request &, httplib::Response &response) {
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
    response.status = 200;
  });
}
