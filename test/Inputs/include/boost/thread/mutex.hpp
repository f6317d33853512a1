// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef BOOST_THREAD_MUTEX_HPP
#define BOOST_THREAD_MUTEX_HPP
namespace boost {
template <typename Mutex> class unique_lock;
class mutex {
public:
  mutex();
  mutex(const mutex &) = delete;
  ~mutex();
  void lock();
  bool try_lock() noexcept;
  void unlock();
  using scoped_lock = unique_lock<mutex>;
};
template <typename Mutex> class unique_lock {
public:
  explicit unique_lock(Mutex &M);
  ~unique_lock();
  void lock();
  bool try_lock();
  void unlock();
  bool owns_lock() const noexcept;
};
} // namespace boost
#endif
