// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef FOLLY_EXECUTORS_CPUTHREADPOOLEXECUTOR_H
#define FOLLY_EXECUTORS_CPUTHREADPOOLEXECUTOR_H
#include <cstddef>
#include <folly/Executor.h>

namespace folly {

class CPUThreadPoolExecutor : public Executor {
public:
  explicit CPUThreadPoolExecutor(size_t Threads);
  void add(Func F) override;
};

} // namespace folly
#endif
