// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SEASTAR_CORE_FUTURE_HH
#define SEASTAR_CORE_FUTURE_HH
#include <exception>
#include <mock/coroutine.h>
#include <type_traits>
#include <utility>

namespace seastar {

template <typename T = void> class [[nodiscard]] future;
template <typename T> struct futurize {
  using type = future<T>;
};
template <typename T> struct futurize<future<T>> {
  using type = future<T>;
};
template <typename T> using futurize_t = typename futurize<T>::type;

template <typename T> class [[nodiscard]] future : public mock::Awaitable<T> {
public:
  using promise_type = mock::Promise<future<T>, T>;

  future(future &&) noexcept;
  future &operator=(future &&) noexcept;
  T get();
  void wait() noexcept;
  bool available() const noexcept;
  bool failed() const noexcept;
  std::exception_ptr get_exception() noexcept;

  template <typename Func> auto then(Func &&F) noexcept {
    if constexpr (std::is_void_v<T>)
      return mock::make<futurize_t<std::invoke_result_t<Func>>>();
    else
      return mock::make<futurize_t<std::invoke_result_t<Func, T &&>>>();
  }
  template <typename Func> auto then_wrapped(Func &&F) noexcept {
    return mock::make<futurize_t<std::invoke_result_t<Func, future<T>>>>();
  }
  template <typename Func> future<T> finally(Func &&F) noexcept {
    return std::move(*this);
  }
  template <typename Func> future<T> handle_exception(Func &&F) noexcept {
    return std::move(*this);
  }
};

template <typename T = void, typename... A>
future<T> make_ready_future(A &&...Value) noexcept;
template <typename T = void>
future<T> make_exception_future(std::exception_ptr Error) noexcept;

} // namespace seastar
#endif
