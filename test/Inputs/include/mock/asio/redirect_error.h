// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
namespace MOCK_ASIO {
template <typename CompletionToken> class redirect_error_t {};

template <typename CompletionToken>
redirect_error_t<std::decay_t<CompletionToken>>
redirect_error(CompletionToken &&Token, error_code &EC);

template <typename CompletionToken, typename R, typename... Args>
class async_result<redirect_error_t<CompletionToken>, R(error_code, Args...)> {
public:
  using return_type =
      typename async_result<CompletionToken, R(Args...)>::return_type;
};
} // namespace MOCK_ASIO
