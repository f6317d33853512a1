//===-- ParameterFix.h - Says what a pool wasn't told -----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_LIB_PROGRAM_RESOURCES_PARAMETERFIX_H
#define ASYNC_TIDY_LIB_PROGRAM_RESOURCES_PARAMETERFIX_H

#include "lib/program/resources/Edits.h"
#include "lib/program/resources/Surroundings.h"
#include "llvm/ADT/MapVector.h"
#include <map>

namespace asynctidy::program {

/// Makes one fix of all parameters that were left out: arguments, assignments
/// to the options before they are used, keys in a text, calls afterwards.
class ParameterFix {
public:
  ParameterFix(const catalog::CallView &Made, const clang::Expr *E,
               const Fate &Result, const Surroundings &Around,
               const clang::ASTContext &Ctx, SymbolTable &Names)
      : Made(Made), E(E), Result(Result), Around(Around), Ctx(Ctx),
        Changes(Ctx, Names) {}

  /// \p P was left out.
  void add(const catalog::ParameterUse &P);
  /// Where the options or the text stand that lack something; may be invalid.
  clang::SourceLocation options() const { return At; }
  /// The changes; none when one of the parameters can't be written.
  std::vector<EditFact> take();

private:
  /// Members of one argument that is an options object.
  using Fields = llvm::SmallVector<const catalog::ParameterUse *, 4>;

  void writeFields(int Argument, const Fields &Missing);
  void writeAssignments(const clang::VarDecl *Var, const Fields &Missing);
  void writeKeys(int Argument, const Fields &Missing);
  void writeSetters();
  void writeArguments();
  /// What was made, as code after it names it; empty when that isn't known.
  std::string object() const;
  /// `{.size = 10, .wait_timeout = ...}` with the class's name before it; empty
  /// when the class can't be written so.
  std::string designated(int Argument, const Fields &Missing) const;

  const catalog::CallView &Made;
  const clang::Expr *E;
  const Fate &Result;
  const Surroundings &Around;
  const clang::ASTContext &Ctx;
  Edits Changes;
  clang::SourceLocation At;
  /// Texts of arguments that aren't written, by index.
  std::map<int, std::string> Arguments;
  llvm::MapVector<int, Fields> ByObject, ByText;
  Fields BySetter;
};

} // namespace asynctidy::program

#endif // ASYNC_TIDY_LIB_PROGRAM_RESOURCES_PARAMETERFIX_H
