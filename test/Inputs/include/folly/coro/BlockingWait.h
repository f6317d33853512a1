// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef FOLLY_CORO_BLOCKINGWAIT_H
#define FOLLY_CORO_BLOCKINGWAIT_H
#include <folly/coro/Task.h>

namespace folly::coro {

struct blocking_wait_fn {
  template <typename Awaitable>
  auto operator()(Awaitable &&A) const -> decltype(A.await_resume()) {
    return A.await_resume();
  }
};
inline constexpr blocking_wait_fn blocking_wait{};
static constexpr blocking_wait_fn const &blockingWait = blocking_wait;

} // namespace folly::coro
#endif
