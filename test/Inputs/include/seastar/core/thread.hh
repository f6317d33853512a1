// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SEASTAR_CORE_THREAD_HH
#define SEASTAR_CORE_THREAD_HH
#include <seastar/core/future.hh>
#include <type_traits>

namespace seastar {

class thread_attributes {};

class thread {
public:
  template <typename Func> thread(Func F) {}
  template <typename Func> thread(thread_attributes Attributes, Func F) {}
  future<> join();
  static void yield();
};

template <typename Func, typename... Args>
futurize_t<std::invoke_result_t<Func, Args...>>
async(thread_attributes Attributes, Func &&F, Args &&...Values) noexcept {
  return mock::make<futurize_t<std::invoke_result_t<Func, Args...>>>();
}
template <typename Func, typename... Args>
futurize_t<std::invoke_result_t<Func, Args...>>
async(Func &&F, Args &&...Values) noexcept {
  return mock::make<futurize_t<std::invoke_result_t<Func, Args...>>>();
}

} // namespace seastar
#endif
