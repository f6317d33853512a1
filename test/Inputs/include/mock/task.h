// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef MOCK_TASK_H
#define MOCK_TASK_H
#include <coroutine>

/// A coroutine type of a project's own, which no catalog knows.
template <typename T = void> struct Task {
  struct promise_type {
    Task get_return_object();
    std::suspend_always initial_suspend() noexcept;
    std::suspend_always final_suspend() noexcept;
    void return_value(T);
    void unhandled_exception();
  };
  bool await_ready() const noexcept;
  void await_suspend(std::coroutine_handle<>) noexcept;
  T await_resume();
};

template <> struct Task<void> {
  struct promise_type {
    Task get_return_object();
    std::suspend_always initial_suspend() noexcept;
    std::suspend_always final_suspend() noexcept;
    void return_void();
    void unhandled_exception();
  };
  bool await_ready() const noexcept;
  void await_suspend(std::coroutine_handle<>) noexcept;
  void await_resume();
};

/// A point where a coroutine may be suspended.
Task<> next_event();
#endif
