// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef FOLLY_EXECUTORS_GLOBALEXECUTOR_H
#define FOLLY_EXECUTORS_GLOBALEXECUTOR_H
#include <folly/Executor.h>

namespace folly {

Executor::KeepAlive<> getGlobalCPUExecutor();

} // namespace folly
#endif
