// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef CPPCORO_STATIC_THREAD_POOL_HPP
#define CPPCORO_STATIC_THREAD_POOL_HPP
#include <cstdint>
#include <mock/coroutine.h>

namespace cppcoro {

class static_thread_pool {
public:
  class schedule_operation : public mock::Awaitable<void> {};

  static_thread_pool();
  explicit static_thread_pool(std::uint32_t Threads);
  schedule_operation schedule() noexcept;
};

} // namespace cppcoro
#endif
