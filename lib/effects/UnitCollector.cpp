//===-- UnitCollector.cpp - Fills the model of a unit ---------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/effects/UnitCollector.h"
#include "lib/effects/BodyWalker.h"
#include "clang/AST/DeclFriend.h"
#include "clang/AST/DeclTemplate.h"

using namespace clang;
using namespace asynctidy::catalog;

namespace asynctidy {

void UnitCollector::run() {
  for (const Decl *D : Model.Ctx.getTraversalScope())
    Model.Copies.look(D);
  // The editor narrows the scope to the file that it shows.
  for (const Decl *D : Model.Ctx.getTraversalScope()) {
    if (const auto *TU = dyn_cast<TranslationUnitDecl>(D))
      addDeclarations(TU);
    else
      addDeclaration(D);
  }
  walkBodies();
}

void UnitCollector::addDeclarations(const DeclContext *DC) {
  for (const Decl *D : DC->decls())
    addDeclaration(D);
}

void UnitCollector::addDeclaration(const Decl *D) {
  if (!isOwn(D) || D->isInvalidDecl())
    return;
  if (const auto *FD = dyn_cast<FunctionDecl>(D)) {
    if (FD->doesThisDeclarationHaveABody())
      addFunction(FD);
    return;
  }
  if (const auto *Template = dyn_cast<FunctionTemplateDecl>(D))
    return addFunctionTemplate(Template);
  if (const auto *Template = dyn_cast<ClassTemplateDecl>(D))
    return addClassTemplate(Template);
  if (const auto *RD = dyn_cast<CXXRecordDecl>(D)) {
    // An implicit instantiation is visited with its template.
    if (RD->isThisDeclarationADefinition())
      addDeclarations(RD);
    return;
  }
  if (const auto *Var = dyn_cast<VarDecl>(D))
    return addInitializer(Var);
  if (const auto *Field = dyn_cast<FieldDecl>(D))
    return addMemberInitializer(Field);
  if (const auto *Friend = dyn_cast<FriendDecl>(D)) {
    if (const NamedDecl *Named = Friend->getFriendDecl())
      addDeclaration(Named);
    return;
  }
  if (isa<NamespaceDecl, LinkageSpecDecl, ExportDecl>(D))
    addDeclarations(cast<DeclContext>(D));
}

void UnitCollector::addFunctionTemplate(const FunctionTemplateDecl *Template) {
  if (Template != Template->getCanonicalDecl() &&
      !Template->isThisDeclarationADefinition())
    return;
  bool Any = false;
  for (const FunctionDecl *FD : Template->specializations())
    if (FD->isDefined()) {
      addFunction(FD);
      Any = true;
    }
  // What nobody instantiates is read as far as it depends on nothing.
  if (!Any && Template->getTemplatedDecl()->doesThisDeclarationHaveABody())
    addFunction(Template->getTemplatedDecl());
}

void UnitCollector::addClassTemplate(const ClassTemplateDecl *Template) {
  if (!Template->isThisDeclarationADefinition())
    return;
  for (const ClassTemplateSpecializationDecl *Spec :
       Template->specializations())
    if (!Spec->isExplicitSpecialization() && Spec->hasDefinition())
      addDeclarations(Spec->getDefinition());
  for (const Decl *D : Template->getTemplatedDecl()->decls()) {
    const auto *FD = dyn_cast<FunctionDecl>(D);
    // Methods defined outside the class are found at their own place.
    if (FD && InstantiatedPatterns.contains(FD->getCanonicalDecl()))
      continue;
    if (isa<FunctionDecl, CXXRecordDecl>(D))
      addDeclaration(D);
  }
}

void UnitCollector::addStatic(const VarDecl *Var) {
  QualType T = Var->getType();
  if (T->isDependentType() ||
      Var->isThisDeclarationADefinition() == VarDecl::DeclarationOnly)
    return;
  T = QualType(T->getBaseElementTypeUnsafe(), 0);
  if (T->isRecordType() || T->isPointerType())
    Model.Statics.push_back(Var);
}

void UnitCollector::addInitializer(const VarDecl *Var) {
  addStatic(Var);
  if (!Var->hasInit() || Var->getType()->isDependentType())
    return;
  // Runs before main: nobody's code, but it may register handlers.
  BodyWalker(*this, Model.Initializers.emplace_back())
      .walkInitializer(Var, Var->getInit());
}

void UnitCollector::addMemberInitializer(const FieldDecl *Field) {
  const Expr *Init = Field->getInClassInitializer();
  if (Init && !Field->getType()->isDependentType())
    BodyWalker(*this, Model.Initializers.emplace_back())
        .storeInitial(Field, Init);
}

void UnitCollector::addFunction(const FunctionDecl *FD) {
  const FunctionDecl *Definition = nullptr;
  if (!FD->isDefined(Definition) || !Definition->hasBody() ||
      Definition->isConsteval() || !isOwn(Definition))
    return;
  auto [It, New] =
      Model.ByFunction.try_emplace(Definition->getCanonicalDecl(), nullptr);
  if (!New)
    return;
  // A pattern whose instantiation is known says nothing of its own.
  if (Definition->isDependentContext() &&
      InstantiatedPatterns.contains(Definition->getCanonicalDecl())) {
    Model.ByFunction.erase(It);
    return;
  }
  if (const FunctionDecl *Pattern =
          Definition->getTemplateInstantiationPattern())
    InstantiatedPatterns.insert(Pattern->getCanonicalDecl());
  FunctionFacts &Facts = Model.Functions.emplace_back();
  Facts.Function = Definition;
  It->second = &Facts;
  Queue.push_back(&Facts);
  Model.Places.declare(Definition);
  if (const auto *MD = dyn_cast<CXXMethodDecl>(Definition))
    if (const NamedEntry *Entry = matcher().findOverridden(MD, Section::Routes))
      addSite(
          RouteSite{.What = RouteSite::Overrides, .By = MD, .Entry = Entry});
}

void UnitCollector::walkBodies() {
  // Bodies bring further functions: lambdas, instantiations, implicit members.
  while (!Queue.empty()) {
    std::vector<FunctionFacts *> Batch;
    Batch.swap(Queue);
    for (FunctionFacts *Facts : Batch)
      BodyWalker(*this, *Facts).walkFunction();
  }
}

void UnitCollector::handOver(const FunctionDecl *By, const ValueDecl *Slot,
                             Callables What, SourceLocation Loc,
                             bool Offloaded) {
  for (const FunctionDecl *FD : What.Functions)
    addFunction(FD);
  Model.HandOvers.push_back({By, Slot, std::move(What.Functions),
                             std::move(What.Slots), Loc, Offloaded});
}

void UnitCollector::place(FunctionFacts &Owner, const Callables &What,
                          Context Where, const Reason &Why, bool Offloaded,
                          bool Caught) {
  for (const FunctionDecl *FD : What.Functions) {
    addFunction(FD);
    if (Where == Context::Inline)
      Owner.Calls.push_back({.Callee = FD,
                             .Loc = Why.Loc,
                             .Offloaded = Offloaded,
                             .Caught = Caught,
                             .Timeouts = {}});
    else
      Model.Places.place(FD, Where, Why);
  }
  for (const ValueDecl *Slot : What.Slots) {
    if (Where == Context::Inline)
      invoke(Slot, Owner.Function, Why.Loc, Offloaded, Caught);
    else
      Model.Places.placeContent(Slot, Where, Why);
  }
}

void UnitCollector::invoke(const ValueDecl *Slot, const FunctionDecl *By,
                           SourceLocation Loc, bool Offloaded, bool Caught) {
  if (By)
    Model.Invocations.push_back({Slot, By, Loc, Offloaded, Caught});
}

} // namespace asynctidy
