// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef CPPCORO_GENERATOR_HPP
#define CPPCORO_GENERATOR_HPP
#include <mock/coroutine.h>

namespace cppcoro {

template <typename T> class [[nodiscard]] generator {
public:
  using promise_type = mock::GeneratorPromise<generator<T>, T>;
  T *begin();
  T *end();
};

} // namespace cppcoro
#endif
