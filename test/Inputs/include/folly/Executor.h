// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef FOLLY_EXECUTOR_H
#define FOLLY_EXECUTOR_H
#include <functional>

namespace folly {

using Func = std::function<void()>;

class Executor {
public:
  virtual ~Executor();
  virtual void add(Func F) = 0;

  template <typename ExecutorT = Executor> class KeepAlive {
  public:
    KeepAlive();
    KeepAlive(ExecutorT *E);
    ExecutorT *get() const;
  };
};

} // namespace folly
#endif
