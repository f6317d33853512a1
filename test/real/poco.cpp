// RUN: %check_async_tidy %s async-blocking-call %t --real -- -I%inputs/include/mock
#include "task.h"
#include <Poco/Net/HTTPClientSession.h>
#include <Poco/Net/HTTPRequest.h>
#include <Poco/Net/HTTPResponse.h>
#include <Poco/Thread.h>

Task<> sleeps() {
  Poco::Thread::sleep(50);
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: '{{.*}}sleep' blocks the event loop: it puts the thread to sleep
  co_return;
}

Task<> asks(Poco::Net::HTTPClientSession &session) {
  Poco::Net::HTTPRequest request("GET", "/health");
  session.sendRequest(request);
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: '{{.*}}sendRequest' blocks the event loop: it waits for an HTTP answer
  Poco::Net::HTTPResponse response;
  session.receiveResponse(response);
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: '{{.*}}receiveResponse' blocks the event loop: it waits for an HTTP answer
  co_return;
}
