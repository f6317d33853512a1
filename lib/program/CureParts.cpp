//===-- CureParts.cpp - What the cure of a block is made of ---------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/program/CureParts.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace clang;
using namespace asynctidy::catalog;

namespace asynctidy::program {

namespace {

/// Names that the asynchronous form of \p Name goes by.
llvm::SmallVector<std::string, 8> twinsOf(llvm::StringRef Name) {
  llvm::StringRef Base = Name;
  Base.consume_back("Sync") || Base.consume_back("_sync") ||
      Base.consume_back("Blocking") || Base.consume_back("_blocking");
  llvm::SmallVector<std::string, 8> Twins;
  for (llvm::StringRef N : {Base, Name}) {
    Twins.push_back((N + "Coro").str());
    Twins.push_back(("co_" + N).str());
    Twins.push_back(("async_" + N).str());
    Twins.push_back((N + "_async").str());
    Twins.push_back((N + "Async").str());
  }
  return Twins;
}

/// Finds \p Name among the members of \p RD and its bases.
bool hasMember(const CXXRecordDecl *RD, const IdentifierInfo *Name) {
  if (!RD->hasDefinition())
    return false;
  if (!RD->lookup(Name).empty())
    return true;
  return llvm::any_of(RD->bases(), [&](const CXXBaseSpecifier &Base) {
    const CXXRecordDecl *Parent = Base.getType()->getAsCXXRecordDecl();
    return Parent && hasMember(Parent, Name);
  });
}

/// The asynchronous form that stands beside \p FD, or an empty string.
std::string asyncTwin(const FunctionDecl *FD, const ASTContext &Ctx) {
  if (!FD || !FD->getDeclName().isIdentifier())
    return "";
  const auto *Method = dyn_cast<CXXMethodDecl>(FD);
  for (const std::string &Name : twinsOf(FD->getName())) {
    const IdentifierInfo *Id = &Ctx.Idents.get(Name);
    if (Method ? hasMember(Method->getParent(), Id)
               : !FD->getDeclContext()->getRedeclContext()->lookup(Id).empty())
      return Name;
  }
  return "";
}

/// The text of \p E as it is written; empty in a macro.
std::string sourceText(const Expr *E, const ASTContext &Ctx) {
  if (!E || E->getBeginLoc().isMacroID() || E->getEndLoc().isMacroID())
    return "";
  const SourceManager &SM = Ctx.getSourceManager();
  const LangOptions &Lang = Ctx.getLangOpts();
  // An instantiated literal of the user's, `22ms`, begins at its suffix.
  SourceLocation Begin = Lexer::GetBeginningOfToken(E->getBeginLoc(), SM, Lang);
  return Lexer::getSourceText(
             CharSourceRange::getTokenRange(Begin, E->getEndLoc()), SM, Lang)
      .str();
}

/// Does the std::chrono duration count in floating point?
bool isFractional(const Expr *E) {
  const auto *Duration = dyn_cast_or_null<ClassTemplateSpecializationDecl>(
      E->getType().getNonReferenceType()->getAsCXXRecordDecl());
  if (!Duration || Duration->getTemplateArgs().size() == 0)
    return false;
  const TemplateArgument &Rep = Duration->getTemplateArgs()[0];
  return Rep.getKind() == TemplateArgument::Type &&
         Rep.getAsType()->isFloatingType();
}

/// \p Text, an argument in the entry's unit, as a std::chrono duration.
std::string asDuration(const std::string &Text, const Expr *E,
                       DurationUnit Unit) {
  if (Text.empty())
    return "";
  switch (Unit) {
  case DurationUnit::Chrono:
    // Timers count in whole ticks: a fraction doesn't convert by itself.
    return isFractional(E) ? "" : Text;
  case DurationUnit::Seconds:
    return "std::chrono::seconds(" + Text + ")";
  case DurationUnit::Millis:
    return "std::chrono::milliseconds(" + Text + ")";
  case DurationUnit::Micros:
    return "std::chrono::microseconds(" + Text + ")";
  case DurationUnit::Nanos:
    return "std::chrono::nanoseconds(" + Text + ")";
  }
  llvm_unreachable("unknown unit");
}

} // namespace

std::string needKey(const Need &N) {
  return (N.Placeholder + ":" + llvm::join(N.Types, ",")).str();
}

CureParts::CureParts(const UnitModel &Unit) : Unit(Unit) {
  llvm::StringSet<> Known;
  for (const Pack *P : Unit.catalog().packs())
    for (const Replacement &R : P->Replacements)
      for (const Need &N : R.Needs)
        if (Known.insert(needKey(N)).second)
          Needs.push_back(N);
}

void CureParts::describe(const BlockSite &Site, BlockFact &Out) const {
  const ASTContext &Ctx = Unit.context();
  if (std::string Twin = asyncTwin(Site.Callee, Ctx); !Twin.empty())
    Out.Help = "use '" + Twin + "' instead and await it";
  else if (Site.Entry && !Site.Entry->Help.empty())
    Out.Help = Site.Entry->Help.str();
  std::optional<CallView> View =
      Site.Call ? CallView::of(Site.Call) : std::nullopt;
  if (!View)
    return;
  // Replacements' texts know the first few: `{argument:3}`.
  constexpr unsigned MaxArguments = 4;
  constexpr size_t MaxText = 200;
  for (unsigned I = 0; I < std::min(View->numWritten(), MaxArguments); ++I) {
    std::string Text = sourceText(View->Arguments[I], Ctx);
    Out.Arguments.push_back(Text.size() > MaxText ? "" : std::move(Text));
  }
  if (const DurationUnit *U =
          Site.Entry && Site.Entry->Sleep.Argument != NoArgument
              ? &Site.Entry->Sleep.Unit
              : nullptr)
    if (const Expr *E = View->argument(Site.Entry->Sleep.Argument))
      Out.Duration = asDuration(sourceText(E, Ctx), E, *U);

  SourceRange Range = Site.Call->getSourceRange();
  if (Range.getBegin().isMacroID() || Range.getEnd().isMacroID())
    return;
  const SourceManager &SM = Ctx.getSourceManager();
  SourceLocation End =
      Lexer::getLocForEndOfToken(Range.getEnd(), 0, SM, Ctx.getLangOpts());
  if (End.isInvalid() || SM.getFileID(End) != SM.getFileID(Range.getBegin()))
    return;
  Out.Offset = SM.getFileOffset(Range.getBegin());
  Out.Length = SM.getFileOffset(End) - Out.Offset;
}

std::vector<ObjectFact> CureParts::objectsOf(const FunctionDecl *FD) const {
  std::vector<ObjectFact> Objects;
  // In a lambda `this` and what surrounds it may not be captured.
  const auto *Method = dyn_cast<CXXMethodDecl>(FD);
  bool HasThis =
      Method && !Method->isStatic() && !Method->getParent()->isLambda();
  for (const Need &N : Needs) {
    std::string Text;
    for (const ParmVarDecl *Parameter : FD->parameters())
      if (Text.empty())
        Text = access(Parameter, N.Types);
    if (HasThis)
      for (const FieldDecl *Field : Method->getParent()->fields())
        if (Text.empty())
          Text = access(Field, N.Types);
    if (!Text.empty())
      Objects.push_back({needKey(N), std::move(Text)});
  }
  return Objects;
}

std::string CureParts::access(const ValueDecl *D,
                              llvm::ArrayRef<llvm::StringRef> Types) const {
  QualType T = D->getType().getNonReferenceType();
  if (D->getName().empty())
    return "";
  if (Unit.matcher().isOneOf(T, Types))
    return D->getNameAsString() + (T->isPointerType() ? "->" : ".");
  // A smart pointer's first argument is what it points to.
  if (const auto *Spec = dyn_cast_or_null<ClassTemplateSpecializationDecl>(
          T->getAsCXXRecordDecl()))
    if (Spec->getName().ends_with("_ptr") &&
        Spec->getTemplateArgs().size() > 0 &&
        Spec->getTemplateArgs()[0].getKind() == TemplateArgument::Type &&
        Unit.matcher().isOneOf(Spec->getTemplateArgs()[0].getAsType(), Types))
      return D->getNameAsString() + "->";
  return "";
}

} // namespace asynctidy::program
