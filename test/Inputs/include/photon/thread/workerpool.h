// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef PHOTON_THREAD_WORKERPOOL_H
#define PHOTON_THREAD_WORKERPOOL_H
#include <cstddef>
#include <utility>

namespace photon {

class WorkPool {
public:
  explicit WorkPool(size_t Vcpus, int EventEngine = 0, int IoEngine = 0,
                    int ThreadMode = -1);
  template <typename F, typename... Args>
  void call(F &&Work, Args &&...Values) {}
  template <typename Task> void async_call(Task *Work) {}
};

} // namespace photon
#endif
