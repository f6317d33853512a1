//===-- CostlyTypes.h - Which instantiations take time ----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_LIB_FRONTEND_COSTLYTYPES_H
#define ASYNC_TIDY_LIB_FRONTEND_COSTLYTYPES_H

#include "clang/Sema/Sema.h"
#include <string>
#include <vector>

namespace asynctidy::frontend {

/// From now on \p S notes the classes of libraries, named as any unit can name
/// them, whose instantiation takes long and for which nothing of the unit's own
/// is needed. Every unit with the same headers may need them too. \p Names
/// outlives the parse.
void noteCostlyTypes(clang::Sema &S, std::vector<std::string> &Names);

} // namespace asynctidy::frontend

#endif // ASYNC_TIDY_LIB_FRONTEND_COSTLYTYPES_H
