// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef USERVER_ENGINE_TASK_TASK_PROCESSOR_FWD_HPP
#define USERVER_ENGINE_TASK_TASK_PROCESSOR_FWD_HPP
namespace userver::engine {

class TaskProcessor;

} // namespace userver::engine
#endif
