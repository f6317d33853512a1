// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef CPPCORO_TASK_HPP
#define CPPCORO_TASK_HPP
#include <mock/coroutine.h>

namespace cppcoro {

template <typename T = void>
class [[nodiscard]] task : public mock::Awaitable<T> {
public:
  using promise_type = mock::Promise<task<T>, T>;
};

} // namespace cppcoro
#endif
