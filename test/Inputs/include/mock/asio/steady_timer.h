// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
namespace MOCK_ASIO {
template <typename Clock> struct wait_traits {};

template <typename Clock, typename WaitTraits = wait_traits<Clock>,
          typename Executor = any_io_executor>
class basic_waitable_timer {
public:
  using executor_type = Executor;
  using duration = typename Clock::duration;
  using time_point = typename Clock::time_point;

  explicit basic_waitable_timer(const executor_type &Ex);
  template <MockContext ExecutionContext>
  explicit basic_waitable_timer(ExecutionContext &Context);
  basic_waitable_timer(const executor_type &Ex, const duration &ExpiryTime);
  basic_waitable_timer(const executor_type &Ex, const time_point &ExpiryTime);
  template <MockContext ExecutionContext>
  basic_waitable_timer(ExecutionContext &Context, const duration &ExpiryTime);
  basic_waitable_timer(basic_waitable_timer &&);
  ~basic_waitable_timer();

  executor_type get_executor() noexcept;
  std::size_t cancel();
  std::size_t expires_after(const duration &ExpiryTime);
  std::size_t expires_at(const time_point &ExpiryTime);
  void wait();
  void wait(error_code &EC);
  template <typename WaitToken>
  mock_result_t<WaitToken, void(error_code)> async_wait(WaitToken &&Token) {
    return mock_initiate<WaitToken, void(error_code)>();
  }
};

using steady_timer = basic_waitable_timer<std::chrono::steady_clock>;
} // namespace MOCK_ASIO
