// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
namespace MOCK_ASIO {
template <typename T, typename Executor> class executor_binder {
public:
  using target_type = T;
  using executor_type = Executor;
  executor_type get_executor() const noexcept;
  template <typename... Args> auto operator()(Args &&...As) {
    return Target(static_cast<Args &&>(As)...);
  }
  T Target;
};

template <MockExecutor Executor, typename T>
inline executor_binder<std::decay_t<T>, Executor>
bind_executor(const Executor &Ex, T &&Target) {
  return {static_cast<T &&>(Target)};
}
template <MockContext ExecutionContext, typename T>
inline executor_binder<std::decay_t<T>,
                       typename ExecutionContext::executor_type>
bind_executor(ExecutionContext &Ctx, T &&Target) {
  return {static_cast<T &&>(Target)};
}

template <typename T, typename Executor, typename Signature>
class async_result<executor_binder<T, Executor>, Signature> {
public:
  using return_type = typename async_result<T, Signature>::return_type;
};
} // namespace MOCK_ASIO
