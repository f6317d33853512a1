// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef USERVER_ENGINE_TASK_CURRENT_TASK_HPP
#define USERVER_ENGINE_TASK_CURRENT_TASK_HPP
#include <userver/engine/task/task_processor_fwd.hpp>

namespace userver::engine::current_task {

TaskProcessor &GetTaskProcessor();
TaskProcessor &GetBlockingTaskProcessor();

} // namespace userver::engine::current_task
#endif
