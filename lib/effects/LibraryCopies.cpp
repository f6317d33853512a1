//===-- LibraryCopies.cpp - Libraries' headers in the project -------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/effects/LibraryCopies.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/Basic/SourceManager.h"

using namespace clang;

namespace asynctidy {

FileID LibraryCopies::headerAt(SourceLocation Loc) const {
  FileID File = SM.getFileID(Loc);
  return File == SM.getMainFileID() ? FileID() : File;
}

void LibraryCopies::look(const Decl *D) {
  SourceLocation Loc = SM.getExpansionLoc(D->getLocation());
  if (!isa<TranslationUnitDecl>(D) &&
      (Loc.isInvalid() || SM.isInSystemHeader(Loc) ||
       headerAt(Loc).isInvalid()))
    return;
  if (const auto *Template = dyn_cast<ClassTemplateDecl>(D))
    D = Template->getTemplatedDecl();
  if (const auto *RD = dyn_cast<CXXRecordDecl>(D)) {
    if (RD->isThisDeclarationADefinition() && Matcher.isLibraryClass(RD))
      Headers.insert(headerAt(Loc));
  } else if (isa<TranslationUnitDecl, NamespaceDecl, LinkageSpecDecl,
                 ExportDecl>(D)) {
    for (const Decl *Inner : cast<DeclContext>(D)->decls())
      look(Inner);
  }
}

bool LibraryCopies::contains(const Decl *D, SourceLocation Loc) {
  FileID Header = headerAt(Loc);
  if (Header.isInvalid())
    return false;
  if (Headers.contains(Header))
    return true;
  // The editor has headers' declarations that nobody looked through.
  const DeclContext *DC = dyn_cast<CXXRecordDecl>(D);
  for (DC = DC ? DC : D->getDeclContext(); DC && DC->isRecord();
       DC = DC->getParent()) {
    const auto *RD = cast<CXXRecordDecl>(DC);
    if (const CXXRecordDecl *Pattern = RD->getTemplateInstantiationPattern())
      RD = Pattern;
    if (Matcher.isLibraryClass(RD) &&
        headerAt(SM.getExpansionLoc(RD->getLocation())) == Header) {
      Headers.insert(Header);
      return true;
    }
  }
  return false;
}

} // namespace asynctidy
