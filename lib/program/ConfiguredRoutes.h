//===-- ConfiguredRoutes.h - Routes that a configuration has ----*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_LIB_PROGRAM_CONFIGUREDROUTES_H
#define ASYNC_TIDY_LIB_PROGRAM_CONFIGUREDROUTES_H

#include "lib/program/Program.h"
#include "llvm/Support/raw_ostream.h"

namespace asynctidy::program {

/// Gives the routes of \p P that are components their methods and paths, from
/// the static configuration around their files. Files of facts are relative to
/// \p Root. Reads nothing where there is no such route; \p Errors gets a line
/// for each configuration that can't be read.
void configureRoutes(Program &P, llvm::StringRef Root,
                     llvm::raw_ostream &Errors);

} // namespace asynctidy::program

#endif // ASYNC_TIDY_LIB_PROGRAM_CONFIGUREDROUTES_H
