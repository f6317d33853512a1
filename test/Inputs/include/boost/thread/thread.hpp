// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef BOOST_THREAD_THREAD_HPP
#define BOOST_THREAD_THREAD_HPP
#include <chrono>
namespace boost {
namespace chrono {
class milliseconds {
public:
  explicit milliseconds(long long);
};
} // namespace chrono
class thread {
public:
  template <class F> explicit thread(F &&f);
  ~thread();
  void join();
  void detach();
};
namespace this_thread {
template <class Duration> void sleep_for(const Duration &d);
template <class TimePoint> void sleep_until(const TimePoint &t);
} // namespace this_thread
} // namespace boost
#endif
