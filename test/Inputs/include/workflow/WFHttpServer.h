// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef WORKFLOW_WFHTTPSERVER_H
#define WORKFLOW_WFHTTPSERVER_H
#include <functional>
#include <workflow/WFTaskFactory.h>

class WFServerBase {
public:
  int start(unsigned short Port);
  int start(const char *Host, unsigned short Port);
  int serve(int ListenFd);
  void stop();
  void shutdown();
  void wait_finish();
};

template <class REQ, class RESP> class WFServer : public WFServerBase {
public:
  WFServer(std::function<void(WFNetworkTask<REQ, RESP> *)> Process);
};

using WFHttpServer = WFServer<protocol::HttpRequest, protocol::HttpResponse>;
#endif
