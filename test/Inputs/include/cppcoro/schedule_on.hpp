// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef CPPCORO_SCHEDULE_ON_HPP
#define CPPCORO_SCHEDULE_ON_HPP
#include <cppcoro/task.hpp>

namespace cppcoro {

template <typename Scheduler, typename T>
task<T> schedule_on(Scheduler &Where, task<T> Work) {
  return {};
}

} // namespace cppcoro
#endif
