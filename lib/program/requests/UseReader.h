//===-- UseReader.h - Data used before anybody looked at it -----*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_LIB_PROGRAM_REQUESTS_USEREADER_H
#define ASYNC_TIDY_LIB_PROGRAM_REQUESTS_USEREADER_H

#include "lib/program/requests/ResultReader.h"
#include "llvm/ADT/DenseSet.h"
#include <optional>

namespace asynctidy::program {

/// Finds in one function what reads data of requests or looks things up, and
/// where the result is used as if it had to be there.
class UseReader {
public:
  UseReader(const Values &Origins, const OriginWriter &Say, SymbolTable &Names)
      : Origins(Origins), Say(Say), Names(Names), Results(Origins, Say) {}

  /// What a call gives is used at once, or the call throws. \p By is the
  /// function or lambda that has it. The fact has no functions yet.
  std::optional<UseFact> ofCall(const clang::CallExpr *Call,
                                const clang::FunctionDecl *By);
  /// The first use of a variable that a call fills.
  std::optional<UseFact> ofVariable(const clang::VarDecl *Var,
                                    const clang::FunctionDecl *By);

private:
  std::optional<UseFact> thrown(const catalog::CallView &View,
                                const clang::CallExpr *Call,
                                const clang::FunctionDecl *By);
  std::optional<UseFact> usedAtOnce(const clang::CallExpr *Call,
                                    const clang::FunctionDecl *By) const;
  std::optional<UseFact> unheard(const catalog::CallView &View,
                                 const clang::CallExpr *Call,
                                 const clang::FunctionDecl *By) const;
  std::optional<UseFact> givenRows(const catalog::CallView &View,
                                   const clang::CallExpr *Call,
                                   const clang::FunctionDecl *By) const;
  /// The first use of \p Var before anybody asked.
  std::optional<UseFact> firstUse(const clang::VarDecl *Var,
                                  const ValueOrigin &Asked,
                                  const UsedResult &Given,
                                  const clang::Expr *Made,
                                  const clang::FunctionDecl *By) const;
  bool isMissing(const clang::Expr *E) const;
  bool isDropped(const clang::CallExpr *Call) const;
  /// Does the expression around take for granted that \p E is there?
  bool isTaken(const clang::Expr *E, UseFact::Kind What) const;
  bool isInTry(const clang::Stmt *S) const;
  UseFact fact(const UsedResult &Of, const clang::Expr *Use,
               const clang::Expr *Made, std::string Target) const;

  const Values &Origins;
  const OriginWriter &Say;
  SymbolTable &Names;
  const ResultReader Results;
  /// Functions of which one call that throws is said; the others are alike.
  llvm::DenseSet<const clang::FunctionDecl *> Throwing;
};

} // namespace asynctidy::program

#endif // ASYNC_TIDY_LIB_PROGRAM_REQUESTS_USEREADER_H
