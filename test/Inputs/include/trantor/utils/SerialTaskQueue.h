// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef TRANTOR_UTILS_SERIALTASKQUEUE_H
#define TRANTOR_UTILS_SERIALTASKQUEUE_H
#include <cstddef>
#include <trantor/utils/TaskQueue.h>

namespace trantor {

class SerialTaskQueue : public TaskQueue {
public:
  explicit SerialTaskQueue(const std::string &Name);
  void waitAllTasksFinished();
  void runTaskInQueue(const std::function<void()> &Task) override;
  void runTaskInQueue(std::function<void()> &&Task) override;
};

} // namespace trantor
#endif
