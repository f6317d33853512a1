// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
namespace MOCK_ASIO {
template <typename NullaryToken>
inline auto defer(NullaryToken &&Token) -> mock_result_t<NullaryToken, void()> {
  return mock_initiate<NullaryToken, void()>();
}
template <MockExecutor Executor, typename NullaryToken>
inline auto defer(const Executor &Ex, NullaryToken &&Token)
    -> mock_result_t<NullaryToken, void()> {
  return mock_initiate<NullaryToken, void()>();
}
template <MockContext ExecutionContext, typename NullaryToken>
inline auto defer(ExecutionContext &Ctx, NullaryToken &&Token)
    -> mock_result_t<NullaryToken, void()> {
  return mock_initiate<NullaryToken, void()>();
}
} // namespace MOCK_ASIO
