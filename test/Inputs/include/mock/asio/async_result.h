// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
namespace MOCK_ASIO {
/// What an initiating function returns for a completion token.
template <class Token, class Signature> class async_result {
public:
  using return_type = void;
};

template <class Token, class Signature>
using mock_result_t =
    typename async_result<std::decay_t<Token>, Signature>::return_type;

/// The body of every initiating function.
template <class Token, class Signature>
mock_result_t<Token, Signature> mock_initiate();
} // namespace MOCK_ASIO
