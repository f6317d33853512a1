// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef BOOST_THREAD_FUTURE_HPP
#define BOOST_THREAD_FUTURE_HPP
namespace boost {
template <typename R> class future {
public:
  future() noexcept;
  future(future &&) noexcept;
  ~future();
  R get();
  void wait() const;
  bool is_ready() const;
};
} // namespace boost
#endif
