// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef WORKFLOW_WFHTTPSERVER_H
#define WORKFLOW_WFHTTPSERVER_H
#include <functional>

class WFHttpTask;

class WFServerBase {
public:
  int start(unsigned short Port);
  void stop();
  void shutdown();
  void wait_finish();
};

template <class REQ, class RESP> class WFServer : public WFServerBase {
public:
  WFServer(std::function<void(WFHttpTask *)> Process);
};

namespace protocol {
class HttpRequest;
class HttpResponse;
} // namespace protocol

using WFHttpServer = WFServer<protocol::HttpRequest, protocol::HttpResponse>;
#endif
