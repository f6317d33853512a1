// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef FOLLY_CORO_SLEEP_H
#define FOLLY_CORO_SLEEP_H
#include <chrono>
#include <folly/coro/Task.h>

namespace folly {

using HighResDuration = std::chrono::microseconds;
class Timekeeper;

namespace coro {
Task<void> sleep(HighResDuration Duration, Timekeeper *Keeper = nullptr);
} // namespace coro

} // namespace folly
#endif
