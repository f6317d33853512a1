//===-- SharedUse.h - Is a set as good as the headers alone? ----*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_LIB_FRONTEND_SHAREDUSE_H
#define ASYNC_TIDY_LIB_FRONTEND_SHAREDUSE_H

#include "lib/frontend/SharedHeaders.h"
#include "clang/Lex/Preprocessor.h"
#include "llvm/ADT/BitVector.h"
#include "llvm/ADT/StringMap.h"
#include <memory>

namespace asynctidy::frontend {

/// Watches a unit that begins with a set. The set has headers that the unit
/// doesn't include, or includes later, after macros that change what they mean.
/// That may only be used when the unit would see the same without the set:
///  - it defines no macro that the set's files know, before it includes one of
///    them;
///  - nor another setting, and it doesn't include them inside of something;
///  - it enters none of them a second time without a guard;
///  - before it includes one of them it declares no function that a template of
///    the set's files may find;
///  - macros that it asks for, and declarations that it uses, are from headers
///    that it has included, as are the definitions of its classes.
class SharedUse {
public:
  SharedUse(const SharedHeaders &Set, clang::Preprocessor &PP);
  ~SharedUse();

  /// Looks at what the unit has used, at its end. Returns why the set can't be
  /// used, in a few words; empty when it can.
  std::string misfit(clang::ASTContext &Ctx);

private:
  friend class SharedWatcher;
  friend class UsedDeclarations;

  /// The index of a file of the set, or -1.
  int index(clang::FileID ID);
  void reach(unsigned File);
  /// The file of the set that \p Loc is in and that the unit hasn't included;
  /// empty otherwise.
  llvm::StringRef unreached(clang::SourceLocation Loc);
  void refuse(const llvm::Twine &Why);
  void use(llvm::StringRef Name, clang::SourceLocation Loc);

  const SharedHeaders &Set;
  clang::SourceManager &SM;
  llvm::StringMap<unsigned> Names;
  llvm::DenseMap<clang::FileID, int> Indexes;
  llvm::BitVector Reached;
  /// The last that was defined or undefined, of those that the set knows.
  std::string Macro;
  /// Of a file of the set, by the project's code.
  clang::SourceLocation LastInclude;
  /// How many are open.
  unsigned Braces = 0;
  std::string Misfit;
};

} // namespace asynctidy::frontend

#endif // ASYNC_TIDY_LIB_FRONTEND_SHAREDUSE_H
