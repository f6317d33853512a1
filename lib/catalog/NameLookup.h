//===-- NameLookup.h - Finds a pack's names in a unit -----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_LIB_CATALOG_NAMELOOKUP_H
#define ASYNC_TIDY_LIB_CATALOG_NAMELOOKUP_H

#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/DeclTemplate.h"
#include "llvm/ADT/SmallVector.h"
#include <string>

namespace asynctidy::catalog {

/// Finds what qualified names mean in one unit, as docs/catalog.md defines
/// them: through aliases, inline namespaces, templates and base classes, also
/// where a template's bases depend on its parameters.
class NameLookup {
public:
  explicit NameLookup(clang::ASTContext &Ctx) : Ctx(Ctx) {}

  /// Why no call can match the function or object \p Name; empty when one can.
  std::string whyNotFunction(llvm::StringRef Name);
  /// Why \p ClassName has no method that `*` could stand for.
  std::string whyNoMethods(llvm::StringRef ClassName);
  /// Why no type can match the class \p Name.
  std::string whyNotClass(llvm::StringRef Name);
  /// The same where an enumeration will do as well: a parameter's type.
  std::string whyNotType(llvm::StringRef Name);
  /// Why no argument can be the variable, enumerator or function \p Name.
  std::string whyNotReferable(llvm::StringRef Name);
  /// Why argument \p Index of no function \p Name can be an object with the
  /// member variable \p Field; empty when one can, or nobody can tell.
  std::string whyNoField(llvm::StringRef Name, int Index,
                         llvm::StringRef Field);

  /// Does the unit have the namespace or class \p Name?
  bool hasScope(llvm::StringRef Name) { return !scopes(Name).empty(); }

private:
  using Scopes = llvm::SmallVector<const clang::DeclContext *, 2>;
  using Decls = llvm::SmallVector<const clang::NamedDecl *, 4>;

  /// A class template's name means its pattern and partial specializations.
  Scopes scopes(llvm::StringRef Name);
  /// The entities called \p Name, using-declarations seen through.
  Decls named(llvm::StringRef Name);
  /// The functions called \p Name, those of a class being its constructors.
  llvm::SmallVector<const clang::FunctionDecl *, 4>
  functions(llvm::StringRef Name);
  Decls members(const Scopes &In, clang::DeclarationName Name);
  bool hasConversion(const Scopes &In, llvm::StringRef Type);
  bool hasOperator(const Scopes &In, llvm::StringRef Symbol);
  std::string whyNoScope(llvm::StringRef Name);

  clang::ASTContext &Ctx;
};

} // namespace asynctidy::catalog

#endif // ASYNC_TIDY_LIB_CATALOG_NAMELOOKUP_H
