// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef ASYNC_SIMPLE_CORO_LAZY_H
#define ASYNC_SIMPLE_CORO_LAZY_H
#include <mock/coroutine.h>

namespace async_simple {

class Executor;

namespace coro {

namespace detail {
template <typename T> class LazyBase : public mock::Awaitable<T> {
public:
  template <typename F> void start(F &&Callback) {}
};
} // namespace detail

template <typename T = void>
class [[nodiscard]] Lazy : public detail::LazyBase<T> {
public:
  using promise_type = mock::Promise<Lazy<T>, T>;
};

} // namespace coro

} // namespace async_simple
#endif
