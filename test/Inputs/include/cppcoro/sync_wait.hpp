// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef CPPCORO_SYNC_WAIT_HPP
#define CPPCORO_SYNC_WAIT_HPP
#include <cppcoro/task.hpp>

namespace cppcoro {

template <typename Awaitable>
auto sync_wait(Awaitable &&A) -> decltype(A.await_resume()) {
  return A.await_resume();
}

} // namespace cppcoro
#endif
