// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
namespace MOCK_ASIO {
template <typename Allocator = std::allocator<void>> class use_future_t {
public:
  constexpr use_future_t() {}
};
constexpr use_future_t<> use_future;

template <typename A, typename R> class async_result<use_future_t<A>, R()> {
public:
  using return_type = std::future<void>;
};
template <typename A, typename R>
class async_result<use_future_t<A>, R(error_code)> {
public:
  using return_type = std::future<void>;
};
template <typename A, typename R>
class async_result<use_future_t<A>, R(std::exception_ptr)> {
public:
  using return_type = std::future<void>;
};
template <typename A, typename R, typename T>
class async_result<use_future_t<A>, R(error_code, T)> {
public:
  using return_type = std::future<T>;
};
template <typename A, typename R, typename T>
class async_result<use_future_t<A>, R(std::exception_ptr, T)> {
public:
  using return_type = std::future<T>;
};
} // namespace MOCK_ASIO
