//===-- WriteFile.h - A file that is there whole or not ---------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_LIB_PROGRAM_WRITEFILE_H
#define ASYNC_TIDY_LIB_PROGRAM_WRITEFILE_H

#include "llvm/Support/Error.h"
#include <string>

namespace asynctidy::program {

/// A path in the same folder where nothing is: for what shall replace \p Path.
/// LLVM's own functions for that put random digits in place of every `%`, those
/// of the folder as well.
std::string pathBeside(llvm::StringRef Path);

/// Replaces a file by one with \p Text. Folders are made.
llvm::Error writeFile(llvm::StringRef Path, llvm::StringRef Text);

} // namespace asynctidy::program

#endif // ASYNC_TIDY_LIB_PROGRAM_WRITEFILE_H
