// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SEASTAR_CORE_WHEN_ALL_HH
#define SEASTAR_CORE_WHEN_ALL_HH
#include <seastar/core/future.hh>
#include <tuple>

namespace seastar {

template <typename... T>
future<std::tuple<future<T>...>> when_all(future<T> &&...Futures) noexcept;

} // namespace seastar
#endif
