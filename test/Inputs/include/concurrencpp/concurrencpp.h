// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef CONCURRENCPP_CONCURRENCPP_H
#define CONCURRENCPP_CONCURRENCPP_H
#include <chrono>
#include <memory>
#include <mock/coroutine.h>
#include <type_traits>
#include <utility>

namespace concurrencpp {

enum class result_status { idle, value, exception };

template <typename T> class result : public mock::Awaitable<T> {
public:
  using promise_type = mock::Promise<result<T>, T>;
  result_status status() const;
  void wait() const;
  template <typename Rep, typename Period>
  result_status wait_for(std::chrono::duration<Rep, Period> Limit) const;
  T get();
  mock::Awaitable<result<T>> resolve();
};

class executor {
public:
  virtual ~executor() noexcept;
};

template <typename Concrete> class derivable_executor : public executor {
public:
  template <typename F, typename... Args>
  void post(F &&Work, Args &&...Values) {}
  template <typename F, typename... Args>
  auto submit(F &&Work, Args &&...Values) {
    return result<std::invoke_result_t<F, Args...>>();
  }
};

class thread_pool_executor final
    : public derivable_executor<thread_pool_executor> {};
class worker_thread_executor final
    : public derivable_executor<worker_thread_executor> {};

class runtime {
public:
  std::shared_ptr<concurrencpp::thread_pool_executor>
  background_executor() const noexcept;
  std::shared_ptr<concurrencpp::thread_pool_executor>
  thread_pool_executor() const noexcept;
  std::shared_ptr<worker_thread_executor> make_worker_thread_executor();
};

template <typename Executor>
mock::Awaitable<void> resume_on(std::shared_ptr<Executor> Where);

} // namespace concurrencpp
#endif
