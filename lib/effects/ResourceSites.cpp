//===-- ResourceSites.cpp - Where resources are made and ended ------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/effects/ResourceSites.h"
#include "lib/context/Callable.h"
#include "clang/AST/Attr.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/ExprCXX.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;
using namespace asynctidy::catalog;

namespace asynctidy {

ReleaseNames::ReleaseNames(const Catalog &C) {
  for (const Pack *P : C.packs())
    for (const Entry &E : P->Entries) {
      add(E.Resource.ReleasedBy, /*WithNumber=*/false);
      add(E.Parameter.Setters, E.Parameter.WithNumber);
      for (StringRef Setter : E.Parameter.Setters)
        Setters.insert(Setter);
    }
}

void ReleaseNames::add(llvm::ArrayRef<StringRef> Names, bool WithNumber) {
  for (StringRef Name : Names) {
    auto &Same = ByLast[splitName(Name).second];
    if (llvm::none_of(Same, [&](const Known &K) { return K.Name == Name; }))
      Same.push_back({Name, WithNumber});
  }
}

bool endsWithNumber(const CallView &Call) {
  const Expr *Last = Call.argument(-1);
  if (!Last)
    return false;
  QualType T = Last->IgnoreUnlessSpelledInSource()->getType();
  if (T->isArithmeticType())
    return true;
  const CXXRecordDecl *RD = T.getNonReferenceType()->getAsCXXRecordDecl();
  return RD && RD->isInStdNamespace() && RD->getName() == "duration";
}

StringRef ReleaseNames::of(const CallView &Call,
                           const UnitMatcher &Matcher) const {
  if (!Call.Callee->getDeclName().isIdentifier())
    return {};
  auto It = ByLast.find(Call.Callee->getName());
  if (It == ByLast.end())
    return {};
  for (const Known &K : It->second)
    if (Matcher.isNamed(Call, K.Name) &&
        (!K.WithNumber || endsWithNumber(Call)))
      return K.Name;
  return {};
}

namespace {

/// Could an argument of type \p From be given to a parameter of type \p To, as
/// far as classes tell?
bool mayConvert(QualType From, QualType To) {
  const CXXRecordDecl *Given = From.getNonReferenceType()->getAsCXXRecordDecl();
  const CXXRecordDecl *Asked = To.getNonReferenceType()->getAsCXXRecordDecl();
  // A text gives a string, and no null.
  if (!Given && Asked)
    return llvm::is_contained({"basic_string", "basic_string_view"},
                              Asked->getName()) &&
           (From->isPointerType() || From->isArrayType());
  if (!Given || !Asked)
    return !Asked == !Given &&
           From->isNullPtrType() >= To.getNonReferenceType()->isNullPtrType();
  return Given->getCanonicalDecl() == Asked->getCanonicalDecl() ||
         (Given->hasDefinition() && Given->isDerivedFrom(Asked));
}

bool isEmpty(const Entry &E, const CallView &Call) {
  return E.Resource.Empty && Call.numWritten() == 0;
}

} // namespace

const CXXConstructorDecl *constructorFor(const CXXRecordDecl *RD,
                                         const CallView &Call) {
  if (!RD->hasDefinition())
    return nullptr;
  llvm::SmallVector<const CXXConstructorDecl *, 4> Fitting;
  for (const CXXConstructorDecl *Constructor : RD->getDefinition()->ctors())
    if (!Constructor->isCopyOrMoveConstructor() && !Constructor->isDeleted() &&
        Call.numWritten() >= Constructor->getMinRequiredArguments() &&
        Call.numWritten() <= Constructor->getNumParams())
      Fitting.push_back(Constructor);
  auto Keep = [&](llvm::function_ref<bool(QualType, QualType)> Fits) {
    llvm::SmallVector<const CXXConstructorDecl *, 4> Kept;
    llvm::copy_if(Fitting, std::back_inserter(Kept),
                  [&](const CXXConstructorDecl *Constructor) {
                    for (unsigned I = 0; I < Call.numWritten(); ++I)
                      if (!Fits(Call.Arguments[I]->getType(),
                                Constructor->getParamDecl(I)->getType()))
                        return false;
                    return true;
                  });
    return Kept;
  };
  if (Fitting.size() > 1)
    Fitting = Keep(mayConvert);
  // `const char *` before `std::string`, for a text.
  if (Fitting.size() > 1)
    if (auto Better = Keep([](QualType From, QualType To) {
          return !From->getAsCXXRecordDecl() ==
                 !To.getNonReferenceType()->getAsCXXRecordDecl();
        });
        Better.size() == 1)
      Fitting = Better;
  return Fitting.size() == 1 ? Fitting.front() : nullptr;
}

const CXXRecordDecl *classMade(const CallView &Call,
                               const UnitMatcher &Matcher) {
  const TemplateArgumentList *Args = nullptr;
  // `emplace` of an optional makes what the optional is of.
  if (const auto *Method = dyn_cast<CXXMethodDecl>(Call.Function)) {
    if (!Method->getDeclName().isIdentifier() ||
        Method->getName() != "emplace" ||
        Method->getParent()->getName() != "optional")
      return nullptr;
    if (const auto *Spec =
            dyn_cast<ClassTemplateSpecializationDecl>(Method->getParent()))
      Args = &Spec->getTemplateArgs();
  } else if (Matcher.find(Call, Section::Makers)) {
    Args = Call.Function->getTemplateSpecializationArgs();
  }
  if (!Args || Args->size() == 0 ||
      Args->get(0).getKind() != TemplateArgument::Type)
    return nullptr;
  return Args->get(0).getAsType()->getAsCXXRecordDecl();
}

const NamedEntry *resourceType(const CXXRecordDecl *RD,
                               const UnitMatcher &Matcher) {
  static const Entry Annotated = [] {
    Entry E;
    E.Kind = Section::Resources;
    E.Resource.Kind = ResourceKind::Pool;
    E.Resource.Shared = "the one pool that the service has";
    return E;
  }();
  static const Pack OfAnnotations = [] {
    Pack P;
    P.Name = "annotations";
    return P;
  }();
  static const NamedEntry Pool = {&Annotated, &OfAnnotations, "", 0};
  for (const TagDecl *D : RD->redecls())
    for (const auto *A : D->specific_attrs<AnnotateAttr>())
      if (A->getAnnotation() == "async_tidy::pool")
        return &Pool;
  return Matcher.findType(RD, Section::Resources);
}

const NamedEntry *resourceMade(const CallView &Call, const UnitMatcher &Matcher,
                               const CXXConstructorDecl *&Made) {
  Made = nullptr;
  if (const NamedEntry *Named = Matcher.find(Call, Section::Resources))
    return Named;
  const CXXRecordDecl *RD = nullptr;
  if (const auto *Constructor = dyn_cast<CXXConstructorDecl>(Call.Function)) {
    if (Constructor->isCopyOrMoveConstructor())
      return nullptr;
    RD = Constructor->getParent();
  } else if ((RD = classMade(Call, Matcher))) {
    Made = constructorFor(RD, Call);
    if (Made && Made->isCopyOrMoveConstructor())
      return nullptr;
  }
  if (!RD)
    return nullptr;
  if (Made) {
    CallView Inner = Call;
    Inner.Callee = Inner.Function = Made;
    Inner.Receiver = nullptr;
    if (const NamedEntry *Named = Matcher.find(Inner, Section::Resources))
      return Named;
  }
  const NamedEntry *Type = resourceType(RD, Matcher);
  return Type && !isEmpty(*Type->E, Call) ? Type : nullptr;
}

const VarDecl *staticStored(const CallView &Call) {
  const auto *Method = dyn_cast<CXXMethodDecl>(Call.Function);
  if (!Method || !Call.Receiver)
    return nullptr;
  bool Stores = Method->getOverloadedOperator() == OO_Equal;
  if (Method->getDeclName().isIdentifier())
    Stores =
        llvm::is_contained({"reset", "store", "emplace", "emplace_back",
                            "emplace_front", "push_back", "push_front", "push",
                            "insert", "try_emplace", "insert_or_assign"},
                           Method->getName());
  if (!Stores)
    return nullptr;
  const auto *Var = dyn_cast_or_null<VarDecl>(rootOf(Call.Receiver));
  return Var && Var->hasGlobalStorage() ? Var : nullptr;
}

} // namespace asynctidy
