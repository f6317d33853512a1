// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef ASYNC_SIMPLE_CORO_SLEEP_H
#define ASYNC_SIMPLE_CORO_SLEEP_H
#include <async_simple/coro/Lazy.h>
#include <chrono>

namespace async_simple::coro {

template <typename Rep, typename Period>
Lazy<void> sleep(Executor *E, std::chrono::duration<Rep, Period> Duration);
template <typename Rep, typename Period>
Lazy<void> sleep(std::chrono::duration<Rep, Period> Duration);

} // namespace async_simple::coro
#endif
