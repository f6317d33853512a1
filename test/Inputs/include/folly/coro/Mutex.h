// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef FOLLY_CORO_MUTEX_H
#define FOLLY_CORO_MUTEX_H
#include <folly/coro/Task.h>
#include <mutex>

namespace folly::coro {

class Mutex {
public:
  Task<std::unique_lock<Mutex>> co_scoped_lock() noexcept;
  Task<void> co_lock() noexcept;
  bool try_lock() noexcept;
  void lock();
  void unlock() noexcept;
};

} // namespace folly::coro
#endif
