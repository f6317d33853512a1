// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef USERVER_ENGINE_MUTEX_HPP
#define USERVER_ENGINE_MUTEX_HPP
namespace userver::engine {

class Mutex {
public:
  void lock();
  void unlock();
  bool try_lock();
};

} // namespace userver::engine
#endif
