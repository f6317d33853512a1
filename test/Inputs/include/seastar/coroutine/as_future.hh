// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SEASTAR_COROUTINE_AS_FUTURE_HH
#define SEASTAR_COROUTINE_AS_FUTURE_HH
#include <seastar/core/future.hh>

namespace seastar::coroutine {

template <typename T = void>
mock::Awaitable<seastar::future<T>>
as_future(seastar::future<T> &&Future) noexcept;

} // namespace seastar::coroutine
#endif
