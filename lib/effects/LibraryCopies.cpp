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

FileID LibraryCopies::headerOf(const Decl *D) const {
  SourceLocation Loc = SM.getExpansionLoc(D->getLocation());
  if (Loc.isInvalid() || SM.isInSystemHeader(Loc))
    return {};
  FileID File = SM.getFileID(Loc);
  return File == SM.getMainFileID() ? FileID() : File;
}

void LibraryCopies::look(const Decl *D) {
  if (const auto *Template = dyn_cast<ClassTemplateDecl>(D))
    D = Template->getTemplatedDecl();
  if (const auto *RD = dyn_cast<CXXRecordDecl>(D)) {
    if (!RD->isThisDeclarationADefinition() || !Matcher.isLibraryClass(RD))
      return;
    if (FileID Header = headerOf(RD); Header.isValid())
      Headers.insert(Header);
    return;
  }
  bool Whole = isa<TranslationUnitDecl>(D);
  if (!Whole && (!isa<NamespaceDecl, LinkageSpecDecl, ExportDecl>(D) ||
                 headerOf(D).isInvalid()))
    return;
  for (const Decl *Inner : cast<DeclContext>(D)->decls())
    look(Inner);
}

bool LibraryCopies::contains(const Decl *D) {
  FileID Header = headerOf(D);
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
    if (Matcher.isLibraryClass(RD) && headerOf(RD) == Header) {
      Headers.insert(Header);
      return true;
    }
  }
  return false;
}

} // namespace asynctidy
