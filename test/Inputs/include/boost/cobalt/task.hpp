// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef BOOST_COBALT_TASK_HPP
#define BOOST_COBALT_TASK_HPP
#include <mock/coroutine.h>

namespace boost::cobalt {

template <typename T> struct [[nodiscard]] task : mock::Awaitable<T> {
  using promise_type = mock::Promise<task<T>, T>;
};

template <typename T> struct [[nodiscard]] promise : mock::Awaitable<T> {
  using promise_type = mock::Promise<promise<T>, T>;
};

} // namespace boost::cobalt
#endif
