// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef USERVER_UTILS_ASYNC_HPP
#define USERVER_UTILS_ASYNC_HPP
#include <string>
#include <userver/engine/async.hpp>

namespace userver::utils {

template <typename Function, typename... Args>
[[nodiscard]] auto Async(std::string Name, Function &&F, Args &&...Values) {
  return engine::TaskWithResult<std::invoke_result_t<Function, Args...>>();
}
template <typename Function, typename... Args>
[[nodiscard]] auto Async(engine::TaskProcessor &Processor, std::string Name,
                         Function &&F, Args &&...Values) {
  return engine::TaskWithResult<std::invoke_result_t<Function, Args...>>();
}
template <typename Function, typename... Args>
[[nodiscard]] auto CriticalAsync(std::string Name, Function &&F,
                                 Args &&...Values) {
  return engine::TaskWithResult<std::invoke_result_t<Function, Args...>>();
}

} // namespace userver::utils
#endif
