// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
namespace MOCK_ASIO {
namespace detail {
template <typename T> struct awaitable_signature;
template <typename T, typename Executor>
struct awaitable_signature<awaitable<T, Executor>> {
  using type = void(std::exception_ptr, T);
};
template <typename Executor>
struct awaitable_signature<awaitable<void, Executor>> {
  using type = void(std::exception_ptr);
};
template <typename F>
using signature_of =
    typename awaitable_signature<std::invoke_result_t<F>>::type;
} // namespace detail

template <MockExecutor Executor, typename T, typename AwaitableExecutor,
          typename CompletionToken>
inline auto co_spawn(const Executor &Ex, awaitable<T, AwaitableExecutor> A,
                     CompletionToken &&Token) {
  return mock_initiate<CompletionToken,
                       typename detail::awaitable_signature<
                           awaitable<T, AwaitableExecutor>>::type>();
}
template <MockContext ExecutionContext, typename T, typename AwaitableExecutor,
          typename CompletionToken>
inline auto co_spawn(ExecutionContext &Ctx, awaitable<T, AwaitableExecutor> A,
                     CompletionToken &&Token) {
  return mock_initiate<CompletionToken,
                       typename detail::awaitable_signature<
                           awaitable<T, AwaitableExecutor>>::type>();
}
template <MockExecutor Executor, typename F, typename CompletionToken>
  requires std::is_invocable_v<F>
inline auto co_spawn(const Executor &Ex, F &&Function,
                     CompletionToken &&Token) {
  return mock_initiate<CompletionToken, detail::signature_of<F>>();
}
template <MockContext ExecutionContext, typename F, typename CompletionToken>
  requires std::is_invocable_v<F>
inline auto co_spawn(ExecutionContext &Ctx, F &&Function,
                     CompletionToken &&Token) {
  return mock_initiate<CompletionToken, detail::signature_of<F>>();
}
} // namespace MOCK_ASIO
