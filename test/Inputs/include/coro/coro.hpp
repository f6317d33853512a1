// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef CORO_CORO_HPP
#define CORO_CORO_HPP
#include <chrono>
#include <memory>
#include <mock/coroutine.h>

namespace coro {

template <typename T = void>
class [[nodiscard]] task : public mock::Awaitable<T> {
public:
  using promise_type = mock::Promise<task<T>, T>;
};

template <typename T> class generator {
public:
  using promise_type = mock::GeneratorPromise<generator<T>, T>;
  T *begin();
  T *end();
};

class thread_pool {
public:
  class schedule_operation : public mock::Awaitable<void> {};
  static std::unique_ptr<thread_pool> make_unique();
  [[nodiscard]] schedule_operation schedule();
  template <typename T> [[nodiscard]] task<T> schedule(task<T> Work);
  bool spawn_detached(task<void> &&Work) noexcept;
};

class scheduler {
public:
  class schedule_operation : public mock::Awaitable<void> {};
  static std::unique_ptr<scheduler> make_unique();
  schedule_operation schedule();
  [[nodiscard]] schedule_operation yield();
  template <typename Rep, typename Period>
  [[nodiscard]] task<void> yield_for(std::chrono::duration<Rep, Period> Amount);
  template <typename Rep, typename Period>
  [[nodiscard]] task<void>
  schedule_after(std::chrono::duration<Rep, Period> Amount);
  bool spawn_detached(task<void> &&Work);
};

class mutex {
public:
  struct scoped_lock_type {};
  [[nodiscard]] mock::Awaitable<scoped_lock_type> scoped_lock();
};

template <typename Awaitable>
auto sync_wait(Awaitable &&A) -> decltype(A.await_resume()) {
  return A.await_resume();
}

} // namespace coro
#endif
