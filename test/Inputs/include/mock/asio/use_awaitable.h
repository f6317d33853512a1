// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
namespace MOCK_ASIO {
template <typename Executor = any_io_executor> struct use_awaitable_t {
  constexpr use_awaitable_t() {}
};
constexpr use_awaitable_t<> use_awaitable;

template <typename Executor, typename R>
class async_result<use_awaitable_t<Executor>, R()> {
public:
  using return_type = awaitable<void, Executor>;
};
template <typename Executor, typename R>
class async_result<use_awaitable_t<Executor>, R(error_code)> {
public:
  using return_type = awaitable<void, Executor>;
};
template <typename Executor, typename R>
class async_result<use_awaitable_t<Executor>, R(std::exception_ptr)> {
public:
  using return_type = awaitable<void, Executor>;
};
template <typename Executor, typename R, typename T>
class async_result<use_awaitable_t<Executor>, R(T)> {
public:
  using return_type = awaitable<T, Executor>;
};
template <typename Executor, typename R, typename T>
class async_result<use_awaitable_t<Executor>, R(error_code, T)> {
public:
  using return_type = awaitable<T, Executor>;
};
template <typename Executor, typename R, typename T>
class async_result<use_awaitable_t<Executor>, R(std::exception_ptr, T)> {
public:
  using return_type = awaitable<T, Executor>;
};
} // namespace MOCK_ASIO
