//===-- RouteSites.cpp - Where a unit speaks of requests ------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/effects/RouteSites.h"
#include "lib/catalog/HttpMethods.h"
#include "clang/AST/Expr.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSet.h"

using namespace clang;
using namespace asynctidy::catalog;

namespace asynctidy {

namespace {

/// Has it the methods that any server knows?
bool isOfMethods(const EnumDecl *Enum) {
  llvm::StringSet<> Found;
  for (const EnumConstantDecl *E : Enum->enumerators())
    if (StringRef Method = httpMethodNamed(E->getName()); !Method.empty())
      Found.insert(Method);
  return llvm::all_of(llvm::ArrayRef<StringRef>{"GET", "POST", "PUT"},
                      [&](StringRef M) { return Found.contains(M); });
}

} // namespace

bool isLowerMethod(const Expr *E) {
  const auto *Text = dyn_cast<StringLiteral>(E);
  if (!Text || Text->getCharByteWidth() != 1)
    return false;
  StringRef Method = httpMethodNamed(Text->getString());
  return !Method.empty() && Text->getString() == Method.lower();
}

StringRef httpMethodOf(const Expr *E) {
  if (const auto *Text = dyn_cast<StringLiteral>(E)) {
    constexpr unsigned Longest = 7; // OPTIONS
    if (Text->getCharByteWidth() != 1 || Text->getLength() > Longest)
      return "";
    StringRef Method = httpMethodNamed(Text->getString());
    return Method == Text->getString() || isLowerMethod(Text) ? Method : "";
  }
  // `http_method_patch()`
  if (const auto *Call = dyn_cast<CallExpr>(E)) {
    const FunctionDecl *Callee = Call->getDirectCallee();
    return Callee && Callee->getIdentifier() && Call->getNumArgs() == 0 &&
                   Callee->getName().starts_with("http_")
               ? httpMethodNamed(Callee->getName())
               : "";
  }
  const auto *Ref = dyn_cast<DeclRefExpr>(E);
  if (!Ref)
    return "";
  if (const auto *Enumerator = dyn_cast<EnumConstantDecl>(Ref->getDecl())) {
    StringRef Method = httpMethodNamed(Enumerator->getName());
    return !Method.empty() &&
                   isOfMethods(cast<EnumDecl>(Enumerator->getDeclContext()))
               ? Method
               : "";
  }
  // `methods::PATCH`, `HTTPRequest::HTTP_PATCH`.
  const auto *Var = dyn_cast<VarDecl>(Ref->getDecl());
  if (!Var || !Var->hasGlobalStorage() || !Var->getIdentifier() ||
      !Var->getType().isConstQualified())
    return "";
  StringRef Method = httpMethodNamed(Var->getName());
  return Var->getName().ends_with(Method) ? Method : "";
}

} // namespace asynctidy
