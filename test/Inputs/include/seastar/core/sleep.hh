// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SEASTAR_CORE_SLEEP_HH
#define SEASTAR_CORE_SLEEP_HH
#include <chrono>
#include <seastar/core/future.hh>

namespace seastar {

template <typename Clock = std::chrono::steady_clock, typename Rep,
          typename Period>
future<> sleep(std::chrono::duration<Rep, Period> Duration);

} // namespace seastar
#endif
