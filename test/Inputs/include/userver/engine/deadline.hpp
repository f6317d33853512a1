// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef USERVER_ENGINE_DEADLINE_HPP
#define USERVER_ENGINE_DEADLINE_HPP
#include <chrono>

namespace userver::engine {

class Deadline {
public:
  template <typename Rep, typename Period>
  static Deadline
  FromDuration(const std::chrono::duration<Rep, Period> &Limit) noexcept;
};

} // namespace userver::engine
#endif
