// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef USERVER_ENGINE_TASK_TASK_WITH_RESULT_HPP
#define USERVER_ENGINE_TASK_TASK_WITH_RESULT_HPP
#include <userver/engine/task/task_base.hpp>
#endif
