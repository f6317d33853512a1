// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef TRANTOR_UTILS_CONCURRENTTASKQUEUE_H
#define TRANTOR_UTILS_CONCURRENTTASKQUEUE_H
#include <cstddef>
#include <trantor/utils/TaskQueue.h>

namespace trantor {

class ConcurrentTaskQueue : public TaskQueue {
public:
  ConcurrentTaskQueue(size_t Threads, const std::string &Name);
  void runTaskInQueue(const std::function<void()> &Task) override;
  void runTaskInQueue(std::function<void()> &&Task) override;
};

} // namespace trantor
#endif
