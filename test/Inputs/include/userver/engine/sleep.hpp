// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef USERVER_ENGINE_SLEEP_HPP
#define USERVER_ENGINE_SLEEP_HPP
#include <chrono>
#include <userver/engine/deadline.hpp>

namespace userver::engine {

void Yield();
void InterruptibleSleepUntil(Deadline);
void SleepUntil(Deadline);
template <typename Rep, typename Period>
void InterruptibleSleepFor(const std::chrono::duration<Rep, Period> &Duration) {
}
template <typename Rep, typename Period>
void SleepFor(const std::chrono::duration<Rep, Period> &Duration) {}

} // namespace userver::engine
#endif
