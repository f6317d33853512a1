//===-- LockTracker.cpp - Which locks are held where ----------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/effects/LockTracker.h"
#include "lib/context/Callable.h"
#include "lib/effects/UnitCollector.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/ExprCXX.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;
using namespace asynctidy::catalog;

namespace asynctidy {

namespace {

constexpr llvm::StringLiteral
    Uncontended("a mutex that is held for a few lines is rarely waited for");

/// Does the guard's class hold one of the mutexes that count?
bool guardsOneOf(QualType T, llvm::ArrayRef<llvm::StringRef> Mutexes,
                 const UnitMatcher &Matcher) {
  if (Mutexes.empty())
    return true;
  const auto *Spec = dyn_cast_or_null<ClassTemplateSpecializationDecl>(
      T->getAsCXXRecordDecl());
  if (!Spec)
    return true; // not a template: it guards what it always guards
  auto IsMutex = [&](const TemplateArgument &Arg) {
    return Arg.getKind() == TemplateArgument::Type &&
           Matcher.isOneOf(Arg.getAsType(), Mutexes);
  };
  return llvm::any_of(Spec->getTemplateArgs().asArray(),
                      [&](const TemplateArgument &Arg) {
                        return Arg.getKind() == TemplateArgument::Pack
                                   ? llvm::any_of(Arg.pack_elements(), IsMutex)
                                   : IsMutex(Arg);
                      });
}

/// A guard made with std::defer_lock locks later, if at all.
bool isDeferred(const VarDecl *Var) {
  const auto *Construct = dyn_cast_or_null<CXXConstructExpr>(
      Var->hasInit() ? Var->getInit()->IgnoreImplicit() : nullptr);
  if (!Construct)
    return false;
  return Construct->getNumArgs() == 0 ||
         llvm::any_of(Construct->arguments(), [](const Expr *Arg) {
           const CXXRecordDecl *RD = Arg->getType()->getAsCXXRecordDecl();
           return RD && RD->getIdentifier() && RD->getName() == "defer_lock_t";
         });
}

} // namespace

void LockTracker::declare(const VarDecl *Var) {
  const NamedEntry *Guard =
      Unit.matcher().findType(Var->getType(), Section::Locks);
  if (!Guard || Var->getType()->isReferenceType() ||
      !guardsOneOf(Var->getType(), Guard->E->Of, Unit.matcher()))
    return;
  bool IsHeld = !isDeferred(Var);
  Held.push_back({Var,
                  Var->getNameAsString(),
                  Var->getLocation(),
                  Guard->E,
                  IsHeld,
                  /*IsGuard=*/true,
                  /*WasHeld=*/IsHeld,
                  {}});
}

void LockTracker::call(const CallView &View, SourceLocation Loc) {
  const NamedEntry *Entry = Unit.matcher().find(View, Section::Locks);
  if (!Entry)
    return;
  const Expr *Object = View.Receiver ? View.Receiver : View.argument(0);
  const ValueDecl *Key = Object ? rootOf(Object) : nullptr;
  if (!Key)
    return;
  auto Known = llvm::find_if(Held, [&](const Lock &L) { return L.Key == Key; });
  if (Known != Held.end()) {
    Known->IsHeld = Entry->E->Acquire;
    Known->WasHeld |= Known->IsHeld;
    return;
  }
  if (Entry->E->Acquire &&
      (Entry->E->Of.empty() ||
       Unit.matcher().isOneOf(Key->getType(), Entry->E->Of)))
    Held.push_back({Key,
                    Key->getNameAsString(),
                    Loc,
                    Entry->E,
                    true,
                    /*IsGuard=*/false,
                    /*WasHeld=*/true,
                    {}});
}

void LockTracker::suspend(SourceLocation Loc) {
  for (Lock &L : Held)
    if (L.IsHeld)
      L.Suspensions.push_back(Loc);
}

bool LockTracker::anyHeld() const {
  return llvm::any_of(Held, [](const Lock &L) { return L.IsHeld; });
}

void LockTracker::leave(size_t Mark) {
  std::vector<Lock> Kept;
  for (size_t I = Mark; I < Held.size(); ++I) {
    if (Held[I].IsGuard)
      report(Held[I]);
    else
      Kept.push_back(std::move(Held[I]));
  }
  Held.erase(Held.begin() + static_cast<std::ptrdiff_t>(Mark), Held.end());
  llvm::move(Kept, std::back_inserter(Held));
}

void LockTracker::end() {
  for (Lock &L : Held)
    report(L);
  Held.clear();
}

bool LockTracker::isGuard(const CallView &View) const {
  const ValueDecl *Key = View.Receiver ? rootOf(View.Receiver) : nullptr;
  return Key && llvm::any_of(Held, [&](const Lock &L) {
           return L.IsGuard && L.Key == Key;
         });
}

void LockTracker::report(Lock &L) {
  if (!L.WasHeld)
    return;
  BlockSite Site;
  Site.Cat = Category::Lock;
  Site.Name = std::move(L.Name);
  Site.Loc = L.Loc;
  Site.Entry = L.Entry;
  if (L.Suspensions.empty()) {
    // `mutex.lock()` is in the catalog as a call that blocks.
    if (!L.IsGuard)
      return;
    Site.Lvl = Level::Strict;
    Site.Why =
        L.Entry->Why.empty() ? llvm::StringRef(Uncontended) : L.Entry->Why;
  } else {
    Site.What = BlockSite::HeldLock;
    Site.Suspensions = std::move(L.Suspensions);
  }
  Facts.Blocks.push_back(std::move(Site));
}

} // namespace asynctidy
