//===-- Resources.h - Where Clang's own headers are -------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_LIB_RUNNER_RESOURCES_H
#define ASYNC_TIDY_LIB_RUNNER_RESOURCES_H

#include <string>

namespace asynctidy::runner {

/// `-resource-dir=...` for a parse in this process, or an empty text when the
/// folder isn't found. Clang's own headers lie beside its library, not beside
/// the compiler of the command, where Clang would look.
std::string resourceFlag();

} // namespace asynctidy::runner

#endif // ASYNC_TIDY_LIB_RUNNER_RESOURCES_H
