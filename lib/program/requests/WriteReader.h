//===-- WriteReader.h - Where something that is kept changes ----*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_LIB_PROGRAM_REQUESTS_WRITEREADER_H
#define ASYNC_TIDY_LIB_PROGRAM_REQUESTS_WRITEREADER_H

#include "lib/program/requests/DataFix.h"
#include "lib/program/requests/FunctionScope.h"
#include "lib/program/requests/OriginWriter.h"
#include "lib/web/Entities.h"

namespace asynctidy::program {

/// Finds in one function where something that is kept gets a value that a
/// request may not have sent, or is replaced as a whole.
class WriteReader {
public:
  WriteReader(const Values &Origins, const OriginWriter &Say,
              SymbolTable &Names, FunctionScope &Scope, UnitFacts &Out)
      : Origins(Origins), Say(Say), Names(Names), Scope(Scope), Out(Out) {}

  /// An assignment, or a call that is one.
  void assigned(const ValueWrite &Write);
  /// An aggregate: `repository.update({.id = 3, .name = name})`.
  void made(const clang::InitListExpr *List);
  /// `user.setName(value)`; false for a call that sets nothing.
  bool setter(const catalog::CallView &View, const clang::CallExpr *Call);
  /// `body.get_to(user)`, whose reader sets what wasn't sent to a default.
  void filled(const catalog::CallView &View, const clang::CallExpr *Call);
  /// The values that the text of an UPDATE is given.
  void columns(const clang::Expr *E);
  /// A library, or an object itself, stores a whole that was sent.
  void stores(const catalog::CallView &View, const clang::CallExpr *Call);

private:
  void write(WriteFact::Kind What, const ValueWrite &Write,
             const EntityEvidence &Kept, const ValueOrigin &From,
             std::string Target);
  static const clang::Expr *wholeOf(const ValueWrite &Write,
                                    const clang::Expr *Target);
  const clang::Expr *memberOf(const clang::Expr *Target,
                              const ValueOrigin &From) const;
  void replaced(const ValueWrite &Write, const clang::Expr *Target,
                const ValueOrigin &From);
  void members(const ValueWrite &Write, const clang::InitListExpr *List,
               const EntityEvidence &Kept, std::string Prefix);
  const clang::InitListExpr *aggregateIn(const clang::Expr *E) const;

  const Values &Origins;
  const OriginWriter &Say;
  SymbolTable &Names;
  FunctionScope &Scope;
  UnitFacts &Out;
};

/// Has it members of its own, or a base that has?
bool isData(const clang::CXXRecordDecl *Class);

} // namespace asynctidy::program

#endif // ASYNC_TIDY_LIB_PROGRAM_REQUESTS_WRITEREADER_H
