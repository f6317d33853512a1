// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef TRANTOR_NET_EVENTLOOPTHREAD_H
#define TRANTOR_NET_EVENTLOOPTHREAD_H
#include <string>
#include <trantor/net/EventLoop.h>

namespace trantor {

class EventLoopThread {
public:
  explicit EventLoopThread(const std::string &Name = "EventLoopThread");
  EventLoop *getLoop() const;
  void run();
  void wait();
};

} // namespace trantor
#endif
