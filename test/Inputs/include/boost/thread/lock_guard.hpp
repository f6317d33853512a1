// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef BOOST_THREAD_LOCK_GUARD_HPP
#define BOOST_THREAD_LOCK_GUARD_HPP
namespace boost {
template <typename Mutex> class lock_guard {
public:
  explicit lock_guard(Mutex &M);
  ~lock_guard();
};
} // namespace boost
#endif
