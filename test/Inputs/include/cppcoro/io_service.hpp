// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef CPPCORO_IO_SERVICE_HPP
#define CPPCORO_IO_SERVICE_HPP
#include <chrono>
#include <cstdint>
#include <mock/coroutine.h>

namespace cppcoro {

class io_service {
public:
  class schedule_operation : public mock::Awaitable<void> {};
  class timed_schedule_operation : public mock::Awaitable<void> {};

  io_service();
  schedule_operation schedule() noexcept;
  template <typename Rep, typename Period>
  timed_schedule_operation
  schedule_after(const std::chrono::duration<Rep, Period> &Delay) noexcept;
  std::uint64_t process_events();
  void stop() noexcept;
};

} // namespace cppcoro
#endif
