// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef ASYNC_SIMPLE_FUTURE_H
#define ASYNC_SIMPLE_FUTURE_H

namespace async_simple {

template <typename T> class Future {
public:
  Future(Future &&) noexcept;
  void wait();
  T get();
};

} // namespace async_simple
#endif
