// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef TRANTOR_UTILS_TASKQUEUE_H
#define TRANTOR_UTILS_TASKQUEUE_H
#include <functional>
#include <string>

namespace trantor {

class TaskQueue {
public:
  virtual ~TaskQueue();
  virtual void runTaskInQueue(const std::function<void()> &Task) = 0;
  virtual void runTaskInQueue(std::function<void()> &&Task) = 0;
  void syncTaskInQueue(const std::function<void()> &Task);
};

} // namespace trantor
#endif
