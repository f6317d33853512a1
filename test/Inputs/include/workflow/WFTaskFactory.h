// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef WORKFLOW_WFTASKFACTORY_H
#define WORKFLOW_WFTASKFACTORY_H
#include <ctime>
#include <functional>
#include <string>
#include <utility>
#include <workflow/HttpMessage.h>

class WFTimerTask;
class WFGoTask;

template <class REQ, class RESP> class WFNetworkTask {
public:
  REQ *get_req();
  RESP *get_resp();
};
using WFHttpTask = WFNetworkTask<protocol::HttpRequest, protocol::HttpResponse>;
using timer_callback_t = std::function<void(WFTimerTask *)>;

class WFTaskFactory {
public:
  static WFTimerTask *create_timer_task(time_t Seconds, long Nanoseconds,
                                        timer_callback_t Callback);
  template <class FUNC, class... ARGS>
  static WFGoTask *create_go_task(const std::string &Queue, FUNC &&F,
                                  ARGS &&...Values) {
    return nullptr;
  }
};
#endif
