// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef EXEC_TASK_HPP
#define EXEC_TASK_HPP
#include <mock/coroutine.h>

namespace experimental::execution {

namespace __task {
template <typename T> struct default_task_context {};
template <typename T, typename Context>
class [[nodiscard]] basic_task : public mock::Awaitable<T> {
public:
  using promise_type = mock::Promise<basic_task<T, Context>, T>;
};
} // namespace __task

template <typename T>
using task = __task::basic_task<T, __task::default_task_context<T>>;

} // namespace experimental::execution

namespace exec = experimental::execution;
#endif
