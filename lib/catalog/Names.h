//===-- Names.h - Qualified names as packs spell them -----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_LIB_CATALOG_NAMES_H
#define ASYNC_TIDY_LIB_CATALOG_NAMES_H

#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/StringSaver.h"
#include <string>

namespace asynctidy::catalog {

/// The names of one unit as packs spell them: without inline and unnamed
/// namespaces, template arguments and a leading `::`. Answers are kept.
class Names {
public:
  explicit Names(clang::ASTContext &Ctx) : Ctx(Ctx), Saver(Memory) {}

  /// `boost::asio::ip` for that namespace, empty for the unit itself.
  llvm::StringRef scope(const clang::DeclContext *DC);

  /// The last component of \p D: a constructor has its class's name, a
  /// destructor its tilde, an operator its symbol.
  std::string last(const clang::NamedDecl *D);

  /// What \p Scope of a pack is called in this unit, where it may be an alias:
  /// `std::pmr::polymorphic_allocator` stays, `pqxx::work` becomes
  /// `pqxx::transaction`. A scope that the unit doesn't have stays as it is.
  llvm::StringRef resolved(llvm::StringRef Scope);

private:
  const clang::DeclContext *lookup(llvm::StringRef Scope);

  clang::ASTContext &Ctx;
  llvm::BumpPtrAllocator Memory;
  llvm::StringSaver Saver;
  llvm::DenseMap<const clang::DeclContext *, llvm::StringRef> Scopes;
  llvm::StringMap<llvm::StringRef> Resolved;
};

} // namespace asynctidy::catalog

#endif // ASYNC_TIDY_LIB_CATALOG_NAMES_H
