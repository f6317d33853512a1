//===-- Match.cpp - Looks code up in the catalog --------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/catalog/Match.h"
#include "lib/catalog/Conditions.h"
#include "lib/catalog/Names.h"
#include "llvm/ADT/STLExtras.h"
#include <tuple>

using namespace clang;

namespace asynctidy::catalog {

namespace {

/// Entries whose names fit a callee, conditions not asked yet, best first.
using Candidates = llvm::SmallVector<const NamedEntry *, 2>;

bool isWildcard(const NamedEntry *E) {
  return llvm::is_contained(E->E->Names, StringRef(AnyMethod));
}

/// Can `*` stand for this method?
bool isPlainMethod(const NamedDecl *D) {
  const auto *Method = dyn_cast<CXXMethodDecl>(D);
  return Method && Method->getDeclName().isIdentifier();
}

/// A name without a scope in a built-in pack is one of C. A project's own
/// function of that name is another; a project's own pack may mean it.
bool isForeign(const NamedDecl *D, const Pack *P) {
  const auto *FD = dyn_cast<FunctionDecl>(D);
  return !FD || !P || !P->File.empty() || FD->isExternC() ||
         FD->getASTContext().getSourceManager().isInSystemHeader(
             FD->getLocation());
}

/// Calls \p Visit for \p RD and every class above it, until it returns true.
bool anyClassUpwards(const CXXRecordDecl *RD,
                     llvm::function_ref<bool(const CXXRecordDecl *)> Visit) {
  if (Visit(RD))
    return true;
  if (!RD->hasDefinition())
    return false;
  return llvm::any_of(RD->bases(), [&](const CXXBaseSpecifier &Base) {
    const CXXRecordDecl *Parent = Base.getType()->getAsCXXRecordDecl();
    return Parent && anyClassUpwards(Parent, Visit);
  });
}

} // namespace

struct UnitMatcher::Impl {
  Impl(const Catalog &C, ASTContext &Ctx) : C(C), Ctx(Ctx), Spellings(Ctx) {}

  const Catalog &C;
  ASTContext &Ctx;
  Names Spellings;
  using Key = std::pair<const NamedDecl *, const CXXRecordDecl *>;
  llvm::DenseMap<Key, Candidates> ByCallee;
  llvm::DenseMap<const CXXRecordDecl *, Candidates> ByType;

  /// Is the scope of \p D the one that the pack \p P calls \p Scope? \p P is
  /// null where it doesn't matter.
  bool isInScope(const NamedDecl *D, const CXXRecordDecl *StaticClass,
                 StringRef Scope, const Pack *P) {
    const DeclContext *DC = D->getDeclContext()->getRedeclContext();
    StringRef Own = Spellings.scope(DC);
    if (Own == Scope)
      return !Own.empty() || isForeign(D, P);
    // <cstdlib> brings the functions of C into std.
    if (Own.empty())
      if (const auto *FD = dyn_cast<FunctionDecl>(D))
        return Scope == "std" && FD->isExternC();
    StringRef Resolved = Spellings.resolved(Scope);
    if (Own == Resolved)
      return true;
    const auto *Declaring = dyn_cast<CXXRecordDecl>(DC);
    if (!Declaring || !StaticClass)
      return false;
    // A class between the object's and the one that declares the method.
    return anyClassUpwards(StaticClass, [&](const CXXRecordDecl *Class) {
      if (Spellings.scope(Class) != Resolved)
        return false;
      return anyClassUpwards(Class, [&](const CXXRecordDecl *Above) {
        return Above->getCanonicalDecl() == Declaring->getCanonicalDecl();
      });
    });
  }

  const Candidates &candidates(const NamedDecl *Callee,
                               const CXXRecordDecl *StaticClass) {
    Callee = cast<NamedDecl>(Callee->getCanonicalDecl());
    auto [It, New] = ByCallee.try_emplace(Key{Callee, StaticClass});
    if (!New)
      return It->second;
    Candidates Found;
    for (const NamedEntry &E : C.functionsNamed(Spellings.last(Callee)))
      if (isInScope(Callee, StaticClass, E.Scope, E.P))
        Found.push_back(&E);
    if (isPlainMethod(Callee) && StaticClass)
      addWildcards(StaticClass, Callee, Found);
    llvm::sort(Found, [](const NamedEntry *L, const NamedEntry *R) {
      return std::tuple(isWildcard(L), R->Priority, L->E->Line) <
             std::tuple(isWildcard(R), L->Priority, R->E->Line);
    });
    // The walk above may have looked other callees up.
    return ByCallee[Key{Callee, StaticClass}] = std::move(Found);
  }

  void addWildcards(const CXXRecordDecl *StaticClass, const NamedDecl *Callee,
                    Candidates &Found) {
    anyClassUpwards(StaticClass, [&](const CXXRecordDecl *Class) {
      if (Class->getIdentifier())
        for (const NamedEntry &E : C.methodsOf(Class->getName()))
          if (isInScope(Callee, StaticClass, E.Scope, E.P))
            Found.push_back(&E);
      return false;
    });
  }

  const NamedEntry *firstOf(const Candidates &Found, Section S,
                            const CallView &Call) {
    for (const NamedEntry *E : Found)
      if (E->E->Kind == S && holds(E->E->When, Call, Spellings, Ctx))
        return E;
    return nullptr;
  }
};

UnitMatcher::UnitMatcher(std::shared_ptr<const Catalog> C, ASTContext &Ctx)
    : C(std::move(C)), I(std::make_unique<Impl>(*this->C, Ctx)) {}

UnitMatcher::~UnitMatcher() = default;

const NamedEntry *UnitMatcher::find(const CallView &Call, Section S) const {
  if (!Call.Function)
    return nullptr;
  // A function object is known by its variable or by its class.
  if (Call.Callee != Call.Function)
    if (const NamedEntry *E =
            I->firstOf(I->candidates(Call.Callee, nullptr), S, Call))
      return E;
  return I->firstOf(I->candidates(Call.Function, Call.staticClass()), S, Call);
}

llvm::SmallVector<const NamedEntry *, 2>
UnitMatcher::findAll(const CallView &Call, Section S) const {
  llvm::SmallVector<const NamedEntry *, 2> All;
  auto Add = [&](const Candidates &Found) {
    for (const NamedEntry *E : Found)
      if (E->E->Kind == S && holds(E->E->When, Call, I->Spellings, I->Ctx))
        All.push_back(E);
  };
  if (!Call.Function)
    return All;
  if (Call.Callee != Call.Function)
    Add(I->candidates(Call.Callee, nullptr));
  Add(I->candidates(Call.Function, Call.staticClass()));
  return All;
}

const NamedEntry *UnitMatcher::findBlocking(const CallView &Call) const {
  const NamedEntry *Blocks = find(Call, Section::Blocking);
  if (!Blocks)
    return nullptr;
  const NamedEntry *Exempt = find(Call, Section::NonBlocking);
  if (!Exempt)
    return Blocks;
  if (isWildcard(Blocks) != isWildcard(Exempt))
    return isWildcard(Blocks) ? nullptr : Blocks;
  return Exempt->Priority >= Blocks->Priority ? nullptr : Blocks;
}

const NamedEntry *UnitMatcher::findType(QualType T, Section S) const {
  if (T.isNull())
    return nullptr;
  T = T.getNonReferenceType();
  while (T->isPointerType())
    T = T->getPointeeType();
  const CXXRecordDecl *RD = T->getAsCXXRecordDecl();
  // A dependent specialization: `Task<T>` in a template that nobody has
  // instantiated.
  if (!RD)
    if (const auto *Spec = T->getAs<TemplateSpecializationType>())
      if (const TemplateDecl *Template =
              Spec->getTemplateName().getAsTemplateDecl())
        RD = dyn_cast_or_null<CXXRecordDecl>(Template->getTemplatedDecl());
  return RD ? findType(RD, S) : nullptr;
}

const NamedEntry *UnitMatcher::findType(const CXXRecordDecl *RD,
                                        Section S) const {
  auto [It, New] = I->ByType.try_emplace(RD->getCanonicalDecl());
  if (New) {
    Candidates Found;
    anyClassUpwards(RD, [&](const CXXRecordDecl *Class) {
      if (!Class->getIdentifier())
        return false;
      for (const NamedEntry &E : C->typesNamed(Class->getName())) {
        StringRef Own =
            I->Spellings.scope(Class->getDeclContext()->getRedeclContext());
        if (Own == E.Scope || Own == I->Spellings.resolved(E.Scope))
          Found.push_back(&E);
      }
      return false;
    });
    It = I->ByType.find(RD->getCanonicalDecl());
    It->second = std::move(Found);
  }
  const NamedEntry *Best = nullptr;
  for (const NamedEntry *E : It->second)
    if (E->E->Kind == S && (!Best || E->Priority > Best->Priority))
      Best = E;
  return Best;
}

const NamedEntry *UnitMatcher::findOverridden(const CXXMethodDecl *MD,
                                              Section S) const {
  for (const CXXMethodDecl *Above : MD->overridden_methods()) {
    // The pack may name a class between the two, which only inherits it.
    for (const NamedEntry *E : I->candidates(Above, MD->getParent()))
      if (E->E->Kind == S && (S != Section::Routes || E->E->Route.Overrides))
        return E;
    if (const NamedEntry *E = findOverridden(Above, S))
      return E;
  }
  // `*`: what the classes below declare counts too.
  if (MD->size_overridden_methods() == 0 || !isPlainMethod(MD))
    return nullptr;
  const NamedEntry *Any = nullptr;
  anyClassUpwards(MD->getParent(), [&](const CXXRecordDecl *Class) {
    if (!Class->getIdentifier())
      return false;
    StringRef Own = I->Spellings.scope(Class);
    for (const NamedEntry &E : C->methodsOf(Class->getName()))
      if (E.E->Kind == S &&
          (E.Scope == Own || I->Spellings.resolved(E.Scope) == Own))
        Any = &E;
    return Any != nullptr;
  });
  return Any;
}

bool UnitMatcher::isLibraryClass(const CXXRecordDecl *RD) const {
  return RD->getIdentifier() && !isa<ClassTemplateSpecializationDecl>(RD) &&
         C->isLibraryClass(I->Spellings.scope(RD));
}

bool UnitMatcher::isNamed(const CallView &Call, StringRef QualifiedName) const {
  auto [Scope, Last] = QualifiedName.rsplit("::");
  if (Last.empty())
    std::swap(Scope, Last); // no scope at all
  return I->Spellings.last(Call.Callee) == Last &&
         I->isInScope(Call.Callee, Call.staticClass(), Scope, nullptr);
}

bool UnitMatcher::isOrDerivesFrom(QualType T, StringRef QualifiedName) const {
  return typeMatches(T, QualifiedName, I->Spellings, I->Ctx);
}

bool UnitMatcher::isOneOf(QualType T, llvm::ArrayRef<StringRef> Names) const {
  return llvm::any_of(Names,
                      [&](StringRef Name) { return isOrDerivesFrom(T, Name); });
}

} // namespace asynctidy::catalog
