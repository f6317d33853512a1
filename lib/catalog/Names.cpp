//===-- Names.cpp - Qualified names as packs spell them -------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/catalog/Names.h"
#include "clang/AST/Decl.h"
#include "clang/AST/DeclTemplate.h"

using namespace clang;

namespace asynctidy::catalog {

namespace {

/// Does this scope show in a pack's names?
bool isSpelled(const DeclContext *DC) {
  if (const auto *NS = dyn_cast<NamespaceDecl>(DC))
    return !NS->isInline() && !NS->isAnonymousNamespace();
  return isa<RecordDecl>(DC) || isa<EnumDecl>(DC);
}

/// The namespace or class that \p D stands for, aliases seen through.
const DeclContext *contextOf(const NamedDecl *D) {
  D = D->getUnderlyingDecl();
  if (const auto *NS = dyn_cast<NamespaceDecl>(D))
    return NS;
  if (const auto *Alias = dyn_cast<NamespaceAliasDecl>(D))
    return Alias->getNamespace();
  if (const auto *Template = dyn_cast<ClassTemplateDecl>(D))
    return Template->getTemplatedDecl();
  if (const auto *Template = dyn_cast<TypeAliasTemplateDecl>(D))
    D = Template->getTemplatedDecl();
  if (const auto *Typedef = dyn_cast<TypedefNameDecl>(D)) {
    QualType T = Typedef->getUnderlyingType().getCanonicalType();
    if (const CXXRecordDecl *RD = T->getAsCXXRecordDecl())
      return RD;
    // An alias template of a class template that depends on its parameters.
    if (const auto *Spec = T->getAs<TemplateSpecializationType>())
      if (const auto *Template = dyn_cast_or_null<ClassTemplateDecl>(
              Spec->getTemplateName().getAsTemplateDecl()))
        return Template->getTemplatedDecl();
    return nullptr;
  }
  return dyn_cast<RecordDecl>(D);
}

} // namespace

StringRef Names::scope(const DeclContext *DC) {
  DC = DC->getPrimaryContext();
  if (DC->isTranslationUnit())
    return "";
  auto Found = Scopes.find(DC);
  if (Found != Scopes.end())
    return Found->second;
  std::string Text = scope(DC->getParent()).str();
  if (isSpelled(DC)) {
    if (!Text.empty())
      Text += "::";
    Text += cast<NamedDecl>(DC)->getName();
  } else if (DC->isFunctionOrMethod()) {
    Text += "()"; // what is local to a function is nobody's API
  }
  return Scopes[DC] = Saver.save(Text);
}

std::string Names::last(const NamedDecl *D) {
  switch (D->getDeclName().getNameKind()) {
  case DeclarationName::CXXConstructorName:
    return cast<CXXConstructorDecl>(D)->getParent()->getName().str();
  case DeclarationName::CXXDestructorName:
    return ("~" + cast<CXXDestructorDecl>(D)->getParent()->getName()).str();
  case DeclarationName::CXXDeductionGuideName:
    return "";
  default:
    return D->getNameAsString();
  }
}

const DeclContext *Names::lookup(StringRef Scope) {
  const DeclContext *DC = Ctx.getTranslationUnitDecl();
  while (!Scope.empty()) {
    auto [First, Rest] = Scope.split("::");
    const DeclContext *Next = nullptr;
    for (const NamedDecl *D : DC->lookup(&Ctx.Idents.get(First)))
      if ((Next = contextOf(D)))
        break;
    if (!Next)
      return nullptr;
    // A class that is only declared here may be defined elsewhere.
    if (const auto *RD = dyn_cast<CXXRecordDecl>(Next))
      if (const CXXRecordDecl *Definition = RD->getDefinition())
        Next = Definition;
    DC = Next;
    Scope = Rest;
  }
  return DC;
}

StringRef Names::resolved(StringRef Scope) {
  auto Found = Resolved.find(Scope);
  if (Found != Resolved.end())
    return Found->second;
  const DeclContext *DC = lookup(Scope);
  return Resolved[Scope] =
             DC && !DC->isTranslationUnit() ? scope(DC) : Saver.save(Scope);
}

} // namespace asynctidy::catalog
