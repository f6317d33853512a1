// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef FOLLY_FUTURES_FUTURE_H
#define FOLLY_FUTURES_FUTURE_H
#include <chrono>
#include <folly/Executor.h>
#include <utility>

namespace folly {

using HighResDuration = std::chrono::microseconds;

namespace futures::detail {
template <typename T> class FutureBase {
public:
  bool isReady() const;
  bool hasValue() const;
};
} // namespace futures::detail

template <typename T> class Future;

template <typename T> class SemiFuture : public futures::detail::FutureBase<T> {
public:
  T get() &&;
  T get(HighResDuration Limit) &&;
  SemiFuture<T> &wait() &;
  Future<T> via(Executor::KeepAlive<> E) &&;
};

template <typename T> class Future : public futures::detail::FutureBase<T> {
public:
  T get() &&;
  T get(HighResDuration Limit) &&;
  Future<T> &wait() &;
  template <typename F> Future<T> thenValue(F &&Continue) && {
    return std::move(*this);
  }
};

} // namespace folly
#endif
