// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef FOLLY_CORO_TASK_H
#define FOLLY_CORO_TASK_H
#include <folly/Executor.h>
#include <mock/coroutine.h>
#include <utility>

namespace folly::coro {

template <typename T = void>
class [[nodiscard]] TaskWithExecutor : public mock::Awaitable<T> {};

template <typename T = void>
class [[nodiscard]] Task : public mock::Awaitable<T> {
public:
  using promise_type = mock::Promise<Task<T>, T>;
  [[deprecated]] TaskWithExecutor<T>
  scheduleOn(Executor::KeepAlive<> E) && noexcept;
};

struct WithExecutorFunction {
  template <typename T>
  TaskWithExecutor<T> operator()(Executor::KeepAlive<> E, Task<T> Work) const {
    return {};
  }
};
namespace folly_cpo__ {
inline constexpr WithExecutorFunction co_withExecutor{};
}
using namespace folly_cpo__;

} // namespace folly::coro
#endif
