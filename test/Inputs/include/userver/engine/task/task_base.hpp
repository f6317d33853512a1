// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef USERVER_ENGINE_TASK_TASK_BASE_HPP
#define USERVER_ENGINE_TASK_TASK_BASE_HPP
#include <chrono>
#include <userver/engine/deadline.hpp>
#include <userver/engine/task/current_task.hpp>

namespace userver::engine {

class TaskBase {
public:
  bool IsFinished() const;
  void Wait() const noexcept(false);
  template <typename Rep, typename Period>
  void WaitFor(const std::chrono::duration<Rep, Period> &) const
      noexcept(false) {}
  void WaitUntil(Deadline) const;
  void RequestCancel();
  void BlockingWait() const;

protected:
  TaskBase();
  TaskBase(TaskBase &&) noexcept;
  ~TaskBase();
};

class Task : public TaskBase {};

template <typename T> class TaskWithResult : public Task {
public:
  TaskWithResult();
  TaskWithResult(TaskWithResult &&) noexcept;
  T Get() noexcept(false);
};

} // namespace userver::engine
#endif
