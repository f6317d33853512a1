//===-- Holding.cpp - Does a type have a resource in it? ------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/program/resources/Holding.h"
#include "lib/effects/ResourceSites.h"
#include "clang/AST/DeclTemplate.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/raw_ostream.h"

using namespace clang;
using namespace asynctidy::catalog;

namespace asynctidy::program {

namespace {

/// Templates that only look at what others own, or hold code.
constexpr llvm::StringRef Observers[] = {"weak_ptr",
                                         "reference_wrapper",
                                         "observer_ptr",
                                         "not_null",
                                         "function",
                                         "move_only_function",
                                         "copyable_function",
                                         "packaged_task",
                                         "function_ref",
                                         "future",
                                         "promise",
                                         "shared_future",
                                         "hash",
                                         "equal_to",
                                         "less",
                                         "allocator",
                                         "default_delete",
                                         "raw_ptr",
                                         "QPointer",
                                         "span",
                                         "initializer_list"};

/// Aggregates in aggregates are looked into this deep.
constexpr unsigned MaxDepth = 4;

} // namespace

Holdings::Holdings(const UnitMatcher &Matcher, const ASTContext &Ctx)
    : Matcher(Matcher) {
  for (const Pack *P : Matcher.catalog().packs())
    for (const Entry &E : P->Entries) {
      StringRef Type = E.Resource.HandleType;
      if (Type.empty() || Type.contains("::"))
        continue;
      for (const NamedDecl *D :
           Ctx.getTranslationUnitDecl()->lookup(&Ctx.Idents.get(Type))) {
        const auto *Named = dyn_cast<TypeDecl>(D);
        const CXXRecordDecl *RD =
            Named ? Ctx.getTypeDeclType(Named)->getAsCXXRecordDecl() : nullptr;
        if (!RD)
          continue;
        for (const NamedEntry &Entry : Matcher.catalog().functionsNamed(
                 splitName(E.Names.front()).second))
          if (Entry.E == &E)
            Handles.try_emplace(RD->getCanonicalDecl(), &Entry);
      }
    }
}

const NamedEntry *Holdings::entry(const CXXRecordDecl *RD) const {
  if (const NamedEntry *Type = resourceType(RD, Matcher))
    return Type;
  return Handles.lookup(RD->getCanonicalDecl());
}

Holding Holdings::type(QualType T, unsigned Depth) const {
  if (T.isNull() || Depth > MaxDepth || T->isReferenceType() ||
      T->isDependentType())
    return {};
  T = QualType(T->getBaseElementTypeUnsafe(), 0);
  if (T->isPointerType()) {
    const CXXRecordDecl *RD = T->getPointeeType()->getAsCXXRecordDecl();
    const NamedEntry *Entry = RD ? entry(RD) : nullptr;
    return {Entry, StaticFact::Pointer, RD, nullptr};
  }
  const CXXRecordDecl *RD = T->getAsCXXRecordDecl();
  if (!RD)
    return {};
  if (const NamedEntry *Entry = entry(RD))
    return {Entry, StaticFact::Object, RD, nullptr};
  bool Own = !RD->getASTContext().getSourceManager().isInSystemHeader(
      RD->getLocation());
  return Own ? ownClass(RD, Depth) : wrapper(RD, Depth);
}

/// `std::unique_ptr<X>`, `std::map<K, X>`, `folly::Synchronized<X>`.
Holding Holdings::wrapper(const CXXRecordDecl *RD, unsigned Depth) const {
  const auto *Spec = dyn_cast<ClassTemplateSpecializationDecl>(RD);
  if (!Spec || llvm::is_contained(Observers, Spec->getName()))
    return {};
  for (const TemplateArgument &Arg : Spec->getTemplateArgs().asArray()) {
    Holding Found = argument(Arg, Depth);
    if (!Found)
      continue;
    if (Spec->getName() == "shared_ptr")
      Found.Form = StaticFact::Shared;
    return Found;
  }
  return {};
}

Holding Holdings::argument(const TemplateArgument &Arg, unsigned Depth) const {
  if (Arg.getKind() == TemplateArgument::Type)
    return type(Arg.getAsType(), Depth + 1);
  if (Arg.getKind() == TemplateArgument::Pack)
    for (const TemplateArgument &Inner : Arg.pack_elements())
      if (Holding Found = argument(Inner, Depth))
        return Found;
  return {};
}

Holding Holdings::ownClass(const CXXRecordDecl *RD, unsigned Depth) const {
  RD = RD->getDefinition();
  if (!RD || RD->isLambda() || RD->isDependentContext())
    return {};
  for (const FieldDecl *Field : RD->fields()) {
    Holding Found = type(Field->getType(), Depth + 1);
    if (!Found)
      continue;
    // A pointer among the members is most often somebody else's; a handle of
    // C has no other owner than who keeps it.
    if (Found.Form == StaticFact::Pointer) {
      if (Found.Entry->E->Resource.HandleType.empty())
        continue;
      // A plain struct closes nothing.
      if (RD->isAggregate() && !RD->hasUserDeclaredDestructor())
        return Found;
      Found.Keeper = RD;
      Found.Form = StaticFact::Object;
    }
    if (Field->getAccess() != AS_public && Field->getAccess() != AS_none)
      Found.Keeper = RD;
    return Found;
  }
  for (const CXXBaseSpecifier &Base : RD->bases())
    if (Holding Found = type(Base.getType(), Depth + 1)) {
      Found.Keeper = RD;
      return Found;
    }
  return {};
}

bool isOwner(QualType T) {
  if (T.isNull())
    return false;
  const CXXRecordDecl *RD = T.getNonReferenceType()->getAsCXXRecordDecl();
  if (!RD || !RD->getIdentifier())
    return false;
  llvm::StringRef Name = RD->getName();
  return Name.ends_with("_ptr") || Name.ends_with("Ptr") ||
         Name.ends_with("Pointer") || Name == "unique_resource";
}

std::string resourceName(const NamedDecl *D) {
  PrintingPolicy Policy(D->getASTContext().getLangOpts());
  Policy.SuppressInlineNamespace =
      static_cast<unsigned>(PrintingPolicy::SuppressInlineNamespaceMode::All);
  std::string Name;
  llvm::raw_string_ostream OS(Name);
  D->printQualifiedName(OS, Policy);
  return Name;
}

} // namespace asynctidy::program
