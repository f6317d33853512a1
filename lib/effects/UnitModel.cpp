//===-- UnitModel.cpp - The functions of a unit and what they do ----------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/effects/UnitModel.h"
#include "lib/effects/UnitCollector.h"

using namespace clang;

namespace asynctidy {

bool UnitModel::isOwn(const Decl *D) const {
  if (const auto *FD = dyn_cast<FunctionDecl>(D); FD && FD->getBuiltinID())
    return false; // Clang places what it declares itself where it is used
  const SourceManager &SM = Ctx.getSourceManager();
  SourceLocation Loc = SM.getExpansionLoc(D->getLocation());
  return Loc.isValid() && !SM.isInSystemHeader(Loc) && !Copies.contains(D, Loc);
}

std::unique_ptr<UnitModel>
UnitModel::build(ASTContext &Ctx, std::shared_ptr<const catalog::Catalog> C) {
  std::unique_ptr<UnitModel> Model(new UnitModel(Ctx, std::move(C)));
  UnitCollector(*Model).run();
  return Model;
}

const FunctionFacts *UnitModel::facts(const FunctionDecl *FD) const {
  return ByFunction.lookup(FD->getCanonicalDecl());
}

namespace {

/// Classes of the library's inside don't help a reader.
bool isInternal(const CXXRecordDecl *RD) {
  return !RD->getIdentifier() || RD->getName().starts_with("_");
}

} // namespace

std::string displayName(const NamedDecl *D, const CXXRecordDecl *Class) {
  const auto *Method = dyn_cast<CXXMethodDecl>(D);
  if (!Method)
    return D->getNameAsString();
  const CXXRecordDecl *Parent = Method->getParent();
  if (Parent->isLambda())
    return "lambda";
  if (isa<CXXConstructorDecl>(Method))
    return Parent->getNameAsString();
  if (isa<CXXDestructorDecl>(Method))
    return "~" + (Class ? Class : Parent)->getNameAsString();
  if (isInternal(Parent) && Class && !isInternal(Class))
    Parent = Class;
  return Parent->getNameAsString() + "::" + Method->getNameAsString();
}

} // namespace asynctidy
