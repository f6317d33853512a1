// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef USERVER_ENGINE_ASYNC_HPP
#define USERVER_ENGINE_ASYNC_HPP
#include <mock/coroutine.h>
#include <type_traits>
#include <userver/engine/deadline.hpp>
#include <userver/engine/task/task_with_result.hpp>

namespace userver::engine {

template <typename Function, typename... Args>
[[nodiscard]] auto AsyncNoSpan(TaskProcessor &Processor, Function &&F,
                               Args &&...Values) {
  return TaskWithResult<std::invoke_result_t<Function, Args...>>();
}
template <typename Function, typename... Args>
[[nodiscard]] auto AsyncNoSpan(Function &&F, Args &&...Values) {
  return TaskWithResult<std::invoke_result_t<Function, Args...>>();
}
template <typename Function, typename... Args>
[[nodiscard]] auto CriticalAsyncNoSpan(Function &&F, Args &&...Values) {
  return TaskWithResult<std::invoke_result_t<Function, Args...>>();
}

} // namespace userver::engine
#endif
