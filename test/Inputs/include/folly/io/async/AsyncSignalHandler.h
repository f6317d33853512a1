// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef FOLLY_IO_ASYNC_ASYNCSIGNALHANDLER_H
#define FOLLY_IO_ASYNC_ASYNCSIGNALHANDLER_H
#include <folly/io/async/EventBase.h>

namespace folly {

class AsyncSignalHandler {
public:
  explicit AsyncSignalHandler(EventBase *eventBase);
  virtual ~AsyncSignalHandler();
  void registerSignalHandler(int signum);
  virtual void signalReceived(int signum) noexcept = 0;
};

} // namespace folly
#endif
