// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
namespace MOCK_ASIO {
namespace this_coro {
struct executor_t {
  constexpr executor_t() {}
};
constexpr executor_t executor;
} // namespace this_coro

template <typename T, typename Executor = any_io_executor>
class [[nodiscard]] awaitable {
public:
  using value_type = T;
  using executor_type = Executor;
  awaitable(awaitable &&) noexcept;
  ~awaitable();
  bool await_ready() const noexcept;
  template <class Promise> void await_suspend(std::coroutine_handle<Promise>);
  T await_resume();
};

namespace detail {
template <typename Executor> class awaitable_frame_base {
public:
  std::suspend_always initial_suspend() noexcept;
  std::suspend_always final_suspend() noexcept;
  void unhandled_exception();
  template <typename T>
  awaitable<T, Executor> await_transform(awaitable<T, Executor> A) const;
  struct executor_awaiter {
    bool await_ready() const noexcept;
    void await_suspend(std::coroutine_handle<>) noexcept;
    Executor await_resume() const noexcept;
  };
  executor_awaiter await_transform(this_coro::executor_t) noexcept;
};

template <typename T, typename Executor>
class awaitable_frame : public awaitable_frame_base<Executor> {
public:
  awaitable<T, Executor> get_return_object() noexcept;
  template <typename U> void return_value(U &&);
};

template <typename Executor>
class awaitable_frame<void, Executor> : public awaitable_frame_base<Executor> {
public:
  awaitable<void, Executor> get_return_object() noexcept;
  void return_void();
};
} // namespace detail
} // namespace MOCK_ASIO

template <typename T, typename Executor, typename... Args>
struct std::coroutine_traits<MOCK_ASIO::awaitable<T, Executor>, Args...> {
  using promise_type = MOCK_ASIO::detail::awaitable_frame<T, Executor>;
};
