// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef MOCK_COROUTINE_H
#define MOCK_COROUTINE_H
#include <coroutine>

namespace mock {

/// What `co_await` needs.
template <typename T> struct Awaitable {
  bool await_ready() const noexcept;
  void await_suspend(std::coroutine_handle<>) noexcept;
  T await_resume();
};

/// The promise of a coroutine that returns \p Type and yields a \p T.
template <typename Type, typename T> struct Promise {
  Type get_return_object();
  std::suspend_always initial_suspend() noexcept;
  std::suspend_always final_suspend() noexcept;
  void return_value(T);
  void unhandled_exception();
};

template <typename Type> struct Promise<Type, void> {
  Type get_return_object();
  std::suspend_always initial_suspend() noexcept;
  std::suspend_always final_suspend() noexcept;
  void return_void();
  void unhandled_exception();
};

/// The promise of a generator.
template <typename Type, typename T> struct GeneratorPromise {
  Type get_return_object();
  std::suspend_always initial_suspend() noexcept;
  std::suspend_always final_suspend() noexcept;
  std::suspend_always yield_value(T);
  void return_void();
  void unhandled_exception();
};

/// Gives a value of any type, for bodies that nobody runs.
template <typename T> T make();

} // namespace mock
#endif
