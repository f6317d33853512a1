// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef TRANTOR_NET_EVENTLOOP_H
#define TRANTOR_NET_EVENTLOOP_H
#include <chrono>
#include <cstdint>
#include <functional>

namespace trantor {

using Func = std::function<void()>;
using TimerId = uint64_t;

class EventLoop {
public:
  static EventLoop *getEventLoopOfCurrentThread();
  void loop();
  void quit();
  template <typename Functor> void runInLoop(Functor &&F) { F(); }
  void queueInLoop(const Func &F);
  void queueInLoop(Func &&F);
  TimerId runAfter(double Delay, const Func &F);
  TimerId runAfter(double Delay, Func &&F);
  TimerId runAfter(const std::chrono::duration<double> &Delay, const Func &F);
  TimerId runAfter(const std::chrono::duration<double> &Delay, Func &&F);
  TimerId runEvery(double Interval, const Func &F);
  TimerId runEvery(double Interval, Func &&F);
  TimerId runEvery(const std::chrono::duration<double> &Interval,
                   const Func &F);
  TimerId runEvery(const std::chrono::duration<double> &Interval, Func &&F);
};

} // namespace trantor
#endif
