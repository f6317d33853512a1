//===-- CostlyTypes.cpp - Which instantiations take time ------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/frontend/CostlyTypes.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/Sema/TemplateInstCallback.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSet.h"
#include <chrono>
#include <ctime>

using namespace clang;

namespace asynctidy::frontend {
namespace {

/// The time that this process has worked, however busy the machine is.
std::chrono::nanoseconds worked() {
  timespec Now = {};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &Now);
  return std::chrono::seconds(Now.tv_sec) +
         std::chrono::nanoseconds(Now.tv_nsec);
}

/// What takes less isn't worth the memory that all of them take.
constexpr std::chrono::microseconds Costly(500);
/// A longer name is one of those that nest expression templates.
constexpr size_t LongestName = 4096;

/// Can another unit name it, with nothing but the precompiled headers?
class Nameable {
public:
  static bool type(QualType T) {
    T = T.getCanonicalType();
    if (T->isBuiltinType())
      return !T->isDependentType();
    if (T->isPointerType() || T->isReferenceType())
      return type(T->getPointeeType());
    if (const auto *Array = dyn_cast<ConstantArrayType>(T))
      return type(Array->getElementType());
    if (const auto *Function = dyn_cast<FunctionProtoType>(T))
      return type(Function->getReturnType()) &&
             llvm::all_of(Function->param_types(), type);
    const TagDecl *Tag = T->getAsTagDecl();
    return Tag && tag(Tag);
  }

  static bool tag(const TagDecl *Tag) {
    if (!Tag->getIdentifier() || Tag->getParentFunctionOrMethod())
      return false;
    for (const Decl *D = Tag; D && !isa<TranslationUnitDecl>(D);
         D = cast<Decl>(D->getDeclContext())) {
      if (D->getAccess() == AS_private || D->getAccess() == AS_protected)
        return false;
      if (const auto *NS = dyn_cast<NamespaceDecl>(D)) {
        if (NS->isAnonymousNamespace())
          return false;
      } else if (const auto *Spec =
                     dyn_cast<ClassTemplateSpecializationDecl>(D)) {
        if (!Spec->getSpecializedTemplate()->isFromASTFile() ||
            !llvm::all_of(Spec->getTemplateArgs().asArray(), argument))
          return false;
      } else if (!D->isFromASTFile()) {
        return false;
      }
    }
    return true;
  }

private:
  static bool argument(const TemplateArgument &A) {
    switch (A.getKind()) {
    case TemplateArgument::Type:
      return type(A.getAsType());
    case TemplateArgument::Integral:
      return true;
    case TemplateArgument::Template: {
      const TemplateDecl *Template = A.getAsTemplate().getAsTemplateDecl();
      return Template && Template->isFromASTFile();
    }
    case TemplateArgument::Pack:
      return llvm::all_of(A.pack_elements(), argument);
    default:
      return false;
    }
  }
};

class CostlyTypes : public TemplateInstantiationCallback {
public:
  explicit CostlyTypes(std::vector<std::string> &Names) : Names(Names) {}

  void initialize(const Sema &) override {}
  void finalize(const Sema &) override {}

  /// The outermost that can be named stands for all that it needs.
  void atTemplateBegin(const Sema &,
                       const Sema::CodeSynthesisContext &Inst) override {
    const auto *Spec = classOf(Inst);
    if (!Spec || (Depth == 0 && !Nameable::tag(Spec)))
      return;
    if (Depth++ == 0) {
      Outermost = Spec;
      Start = worked();
    }
  }

  void atTemplateEnd(const Sema &S,
                     const Sema::CodeSynthesisContext &Inst) override {
    const auto *Spec = classOf(Inst);
    if (!Spec || Depth == 0)
      return;
    --Depth;
    if (Depth != 0 || Spec != Outermost || worked() - Start < Costly)
      return;
    PrintingPolicy Policy(S.getLangOpts());
    Policy.PrintAsCanonical = true;
    Policy.FullyQualifiedName = true;
    std::string Name;
    llvm::raw_string_ostream OS(Name);
    QualType(S.Context.getCanonicalTagType(Spec)).print(OS, Policy);
    if (Name.size() <= LongestName && Seen.insert(Name).second)
      Names.push_back(std::move(Name));
  }

private:
  static const ClassTemplateSpecializationDecl *
  classOf(const Sema::CodeSynthesisContext &Inst) {
    if (Inst.Kind != Sema::CodeSynthesisContext::TemplateInstantiation)
      return nullptr;
    return dyn_cast_or_null<ClassTemplateSpecializationDecl>(Inst.Entity);
  }

  std::vector<std::string> &Names;
  llvm::StringSet<> Seen;
  unsigned Depth = 0;
  const ClassTemplateSpecializationDecl *Outermost = nullptr;
  std::chrono::nanoseconds Start{};
};

} // namespace

void noteCostlyTypes(Sema &S, std::vector<std::string> &Names) {
  S.TemplateInstCallbacks.push_back(std::make_unique<CostlyTypes>(Names));
}

} // namespace asynctidy::frontend
