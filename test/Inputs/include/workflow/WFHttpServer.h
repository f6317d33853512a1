// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef WORKFLOW_WFHTTPSERVER_H
#define WORKFLOW_WFHTTPSERVER_H
#include <functional>

class WFHttpTask;

template <class REQ, class RESP> class WFServer {
public:
  WFServer(std::function<void(WFHttpTask *)> Process);
  int start(unsigned short Port);
};

namespace protocol {
class HttpRequest;
class HttpResponse;
} // namespace protocol

using WFHttpServer = WFServer<protocol::HttpRequest, protocol::HttpResponse>;
#endif
