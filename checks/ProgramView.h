//===-- ProgramView.h - What a check looks at -------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_CHECKS_PROGRAMVIEW_H
#define ASYNC_TIDY_CHECKS_PROGRAMVIEW_H

#include "checks/SourcePlaces.h"
#include "lib/catalog/Catalog.h"
#include "lib/program/Analysis.h"
#include "llvm/ADT/STLFunctionalExtras.h"

namespace asynctidy {

/// A program, and what of it is reported on now: one unit's functions and facts
/// in a compiler's run over that unit, another unit's in the next.
struct ProgramView {
  const program::Analysis &Program;
  const catalog::Catalog &Catalog;
  SourcePlaces &Places;
  llvm::function_ref<bool(program::FunctionId)> IsReported;
  /// The same for a fact that these units say: \c Program::unitsOf.
  llvm::function_ref<bool(llvm::ArrayRef<program::UnitId>)> IsReportedFact;

  clang::SourceLocation location(const program::Place &At) const {
    if (At.File == program::None)
      return {};
    return Places.at(Program.program().file(At.File), At.Line, At.Column);
  }
};

} // namespace asynctidy

#endif // ASYNC_TIDY_CHECKS_PROGRAMVIEW_H
