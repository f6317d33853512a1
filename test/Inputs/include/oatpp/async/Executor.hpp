// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef OATPP_ASYNC_EXECUTOR_HPP
#define OATPP_ASYNC_EXECUTOR_HPP
#include <chrono>
#include <oatpp/async/Coroutine.hpp>

namespace oatpp::async {

class Executor {
public:
  template <typename CoroutineType, typename... Args>
  void execute(Args... Values) {}
  void join();
  void waitTasksFinished(const std::chrono::duration<long, std::micro>
                             &Timeout = std::chrono::minutes(1));
};

} // namespace oatpp::async
#endif
