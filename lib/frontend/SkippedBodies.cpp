//===-- SkippedBodies.cpp - Which functions are parsed without body -------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/frontend/SkippedBodies.h"
#include "clang/AST/ASTContext.h"
#include "clang/Basic/SourceManager.h"

using namespace clang;

namespace asynctidy::frontend {

bool isSkippedBody(const Decl *D) {
  const SourceManager &SM = D->getASTContext().getSourceManager();
  if (!SM.isInSystemHeader(SM.getExpansionLoc(D->getLocation())) ||
      D->isInStdNamespace())
    return false;
  // libstdc++'s own, for its allocators and iterators.
  for (const DeclContext *DC = D->getDeclContext(); DC; DC = DC->getParent())
    if (const auto *NS = dyn_cast<NamespaceDecl>(DC);
        NS && NS->getParent()->isTranslationUnit() &&
        NS->getName() == "__gnu_cxx")
      return false;
  return true;
}

} // namespace asynctidy::frontend
