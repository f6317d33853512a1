//===-- Arguments.h - A compiler's command for Clang's parser ---*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_LIB_RUNNER_ARGUMENTS_H
#define ASYNC_TIDY_LIB_RUNNER_ARGUMENTS_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include <string>
#include <vector>

namespace asynctidy::runner {

/// The command \p CommandLine (the compiler first), which was written for GCC
/// or another Clang, as one that only parses \p File:
///  - what this Clang doesn't know is dropped, as is what only concerns
///    warnings, code generation, outputs and linking;
///  - precompiled headers are replaced by the header that they were made from;
///  - nothing that it names is loaded as a plugin.
/// Everything that decides what the source means stays: defines, include paths,
/// the language, the target.
std::vector<std::string> parsingCommand(llvm::ArrayRef<std::string> CommandLine,
                                        llvm::StringRef File);

} // namespace asynctidy::runner

#endif // ASYNC_TIDY_LIB_RUNNER_ARGUMENTS_H
