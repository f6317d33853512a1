// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef USERVER_FS_READ_HPP
#define USERVER_FS_READ_HPP
#include <string>
#include <userver/engine/task/task_processor_fwd.hpp>

namespace userver::fs {

std::string ReadFileContents(engine::TaskProcessor &Processor,
                             const std::string &Path);

} // namespace userver::fs
#endif
