// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef FOLLY_IO_ASYNC_EVENTBASE_H
#define FOLLY_IO_ASYNC_EVENTBASE_H
#include <folly/Executor.h>

namespace folly {

class EventBase : public Executor {
public:
  bool loop();
  void loopForever();
  void terminateLoopSoon();
  void runInLoop(Func F, bool ThisIteration = false);
  void runInEventBaseThread(Func F) noexcept;
  void runInEventBaseThreadAndWait(Func F) noexcept;
  void add(Func F) override;
};

} // namespace folly
#endif
