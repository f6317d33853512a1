// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef ASYNC_SIMPLE_CORO_SYNCAWAIT_H
#define ASYNC_SIMPLE_CORO_SYNCAWAIT_H
#include <async_simple/coro/Lazy.h>

namespace async_simple::coro {

template <typename LazyType> auto syncAwait(LazyType &&Work) {
  return Work.await_resume();
}

} // namespace async_simple::coro
#endif
