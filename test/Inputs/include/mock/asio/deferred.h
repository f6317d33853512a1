// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
namespace MOCK_ASIO {
class deferred_t {
public:
  constexpr deferred_t() {}
};
constexpr deferred_t deferred;

template <typename Signature> class async_result<deferred_t, Signature> {
public:
  using return_type =
      typename async_result<use_awaitable_t<>, Signature>::return_type;
};
} // namespace MOCK_ASIO
