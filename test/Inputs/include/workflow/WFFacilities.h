// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef WORKFLOW_WFFACILITIES_H
#define WORKFLOW_WFFACILITIES_H
#include <chrono>
#include <future>
#include <string>

template <typename RES> class WFFuture {
public:
  void wait() const;
  RES get();
};

class WFFacilities {
public:
  static void usleep(unsigned int Microseconds);
  template <class FUNC, class... ARGS>
  static void go(const std::string &Queue, FUNC &&F, ARGS &&...Values) {}

  class WaitGroup {
  public:
    explicit WaitGroup(int Count);
    void wait() const;
    std::future_status wait(int Timeout) const;
    void done();
  };
};
#endif
