// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNIFEX_TASK_HPP
#define UNIFEX_TASK_HPP
#include <mock/coroutine.h>

namespace unifex {

namespace _task {
template <typename T, bool NoThrow> struct _task {
  struct [[nodiscard]] type : mock::Awaitable<T> {
    using promise_type = mock::Promise<type, T>;
  };
};
} // namespace _task

template <typename T> using task = typename _task::_task<T, false>::type;

} // namespace unifex
#endif
