//===-- Parameters.h - What a pool was told, and what not -------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_LIB_PROGRAM_RESOURCES_PARAMETERS_H
#define ASYNC_TIDY_LIB_PROGRAM_RESOURCES_PARAMETERS_H

#include "lib/effects/ResourceSites.h"
#include "lib/program/resources/Edits.h"
#include "lib/program/resources/Options.h"

namespace asynctidy::program {

/// What the making of a pool, client or connection left out.
struct LeftOut {
  std::vector<ParameterFact> Missing;
  /// Says all of it.
  std::vector<EditFact> Edits;
  std::vector<std::string> Headers;
  /// Others get what is made, and may call setters.
  bool PassedOn = false;
  /// The options' variable, or the text.
  clang::SourceLocation Options;
};

/// Looks at one call that makes something.
class ParameterReader {
public:
  ParameterReader(const catalog::UnitMatcher &Matcher,
                  const clang::ASTContext &Ctx, SymbolTable &Names)
      : Matcher(Matcher), Ctx(Ctx), Names(Names) {}

  /// \p Made is the call as the catalog knows it, its constructor's for a
  /// maker; \p E is the expression in the source.
  LeftOut read(const catalog::CallView &Made, const clang::Expr *E,
               const Fate &Result, const Surroundings &Around);

private:
  enum class Answer : uint8_t { Told, LeftOut, Unknown };

  Answer answer(const catalog::ParameterUse &P, const catalog::CallView &Made,
                const Surroundings &Around);
  /// Is one of the setters of \p P called with \p Var, or on it, in a call that
  /// \p Counts?
  bool isSet(const catalog::ParameterUse &P, const clang::ValueDecl *Var,
             const Surroundings &Around,
             llvm::function_ref<bool(const clang::Expr *)> Counts) const;

  const catalog::UnitMatcher &Matcher;
  const clang::ASTContext &Ctx;
  SymbolTable &Names;
};

} // namespace asynctidy::program

#endif // ASYNC_TIDY_LIB_PROGRAM_RESOURCES_PARAMETERS_H
