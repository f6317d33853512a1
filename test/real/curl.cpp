// RUN: %check_async_tidy %s async-blocking-call %t --real -- -I%inputs/include/mock
#include "task.h"
#include <curl/curl.h>

Task<> fetches(CURL *handle) {
  curl_easy_setopt(handle, CURLOPT_URL, "http://localhost/");
  curl_easy_perform(handle);
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: 'curl_easy_perform' blocks the event loop: it waits for an HTTP answer
  co_return;
}

Task<> drives(CURLM *multi) {
  int running = 0;
  curl_multi_perform(multi, &running);
  curl_multi_wait(multi, nullptr, 0, 0, nullptr);
  curl_multi_wait(multi, nullptr, 0, 1000, nullptr);
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: 'curl_multi_wait' blocks the event loop: it waits for {{.*}}
  co_return;
}
