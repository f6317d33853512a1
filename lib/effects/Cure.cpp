//===-- Cure.cpp - What to write instead ----------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/effects/Cure.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/StringExtras.h"

using namespace clang;
using namespace asynctidy::catalog;

namespace asynctidy {

namespace {

/// For code whose runtime the catalog doesn't know, or has no answer for.
llvm::StringRef inGeneral(Category C) {
  switch (C) {
  case Category::Sleep:
    return "await a timer of the runtime instead";
  case Category::File:
    return "hand the file's work to a thread pool and await its result";
  case Category::Dns:
    return "resolve asynchronously and await the answer";
  case Category::Network:
  case Category::Http:
    return "use an asynchronous client and await the answer, with a timeout";
  case Category::Database:
  case Category::Cache:
    return "use the client's asynchronous interface and await the answer, or "
           "hand the query to a thread pool of its own";
  case Category::Process:
    return "start the process without waiting and await its end";
  case Category::Wait:
    return "await the result instead of waiting for it";
  case Category::Lock:
    return "keep the state on one strand, or use a mutex that is awaited";
  case Category::Console:
    return "read from the console in a thread of its own";
  }
  llvm_unreachable("unknown category");
}

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
  for (const CXXBaseSpecifier &Base : RD->bases())
    if (const CXXRecordDecl *Parent = Base.getType()->getAsCXXRecordDecl())
      if (hasMember(Parent, Name))
        return true;
  return false;
}

/// The asynchronous form that stands beside \p FD, or an empty string.
std::string asyncTwin(const FunctionDecl *FD, const ASTContext &Ctx) {
  if (!FD || !FD->getDeclName().isIdentifier())
    return "";
  const auto *Method = dyn_cast<CXXMethodDecl>(FD);
  for (const std::string &Name : twinsOf(FD->getName())) {
    auto Known = Ctx.Idents.find(Name);
    if (Known == Ctx.Idents.end())
      continue; // nobody in this unit has such a name
    const IdentifierInfo *Id = Known->second;
    if (Method ? hasMember(Method->getParent(), Id)
               : !FD->getDeclContext()->getRedeclContext()->lookup(Id).empty())
      return Name;
  }
  return "";
}

/// Puts parts of the call and of its surroundings into a replacement's text.
class Filler {
public:
  Filler(const LoopBlock &Found, const UnitModel &Unit)
      : Found(Found), Unit(Unit) {}

  /// The text; \p Complete says whether it can stand in the source.
  std::string fill(const Replacement &R, bool &Complete) {
    Complete = true;
    std::string Text = R.Text.str();
    substitute(Text, "{duration}", duration(), "duration", Complete);
    for (const Need &N : R.Needs)
      substitute(Text, ("{" + N.Placeholder + "}").str(), object(N.Types),
                 (N.Placeholder + ".").str(), Complete);
    for (unsigned I = 0; I < 4; ++I)
      substitute(Text, "{argument:" + std::to_string(I) + "}", argument(I),
                 "...", Complete);
    return Text;
  }

private:
  static void substitute(std::string &Text, const std::string &Placeholder,
                         const std::string &Value, const std::string &Unknown,
                         bool &Complete) {
    size_t At = Text.find(Placeholder);
    if (At == std::string::npos)
      return;
    Complete &= !Value.empty();
    Text.replace(At, Placeholder.size(), Value.empty() ? Unknown : Value);
  }

  std::string argument(int Index) {
    std::optional<CallView> View =
        Found.Leaf->Call ? CallView::of(Found.Leaf->Call) : std::nullopt;
    const Expr *E = View ? View->argument(Index) : nullptr;
    if (!E || !Found.Chain.empty() || E->getBeginLoc().isMacroID() ||
        E->getEndLoc().isMacroID())
      return "";
    const SourceManager &SM = Unit.context().getSourceManager();
    const LangOptions &Lang = Unit.context().getLangOpts();
    // An instantiated literal of the user's, `22ms`, begins at its suffix.
    SourceLocation Begin =
        Lexer::GetBeginningOfToken(E->getBeginLoc(), SM, Lang);
    return Lexer::getSourceText(
               CharSourceRange::getTokenRange(Begin, E->getEndLoc()), SM, Lang)
        .str();
  }

  /// Is the argument a std::chrono duration that counts in floating point?
  bool isFractional(int Index) {
    const Expr *E = CallView::of(Found.Leaf->Call)->argument(Index);
    const auto *Duration = dyn_cast_or_null<ClassTemplateSpecializationDecl>(
        E->getType().getNonReferenceType()->getAsCXXRecordDecl());
    if (!Duration || Duration->getTemplateArgs().size() == 0)
      return false;
    const TemplateArgument &Rep = Duration->getTemplateArgs()[0];
    return Rep.getKind() == TemplateArgument::Type &&
           Rep.getAsType()->isFloatingType();
  }

  std::string duration() {
    const Entry *E = Found.Leaf->Entry;
    if (!E || E->Sleep.Argument == NoArgument)
      return "";
    std::string Text = argument(E->Sleep.Argument);
    if (Text.empty())
      return "";
    switch (E->Sleep.Unit) {
    case DurationUnit::Chrono:
      // Timers count in whole ticks: a fraction doesn't convert by itself.
      return isFractional(E->Sleep.Argument) ? "" : Text;
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

  /// `name.` or `name->` of a parameter or member with one of \p Types.
  std::string object(llvm::ArrayRef<llvm::StringRef> Types) {
    for (const ParmVarDecl *Parameter : Found.Function->parameters())
      if (std::string Text = access(Parameter, Types); !Text.empty())
        return Text;
    // In a lambda `this` and what surrounds it may not be captured.
    const auto *Method = dyn_cast<CXXMethodDecl>(Found.Function);
    if (Method && !Method->isStatic() && !Method->getParent()->isLambda())
      for (const FieldDecl *Field : Method->getParent()->fields())
        if (std::string Text = access(Field, Types); !Text.empty())
          return Text;
    return "";
  }

  std::string access(const ValueDecl *D,
                     llvm::ArrayRef<llvm::StringRef> Types) {
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

  const LoopBlock &Found;
  const UnitModel &Unit;
};

bool mayReplace(const LoopBlock &Found, llvm::StringRef Text) {
  if (!Found.Chain.empty() || !Found.Leaf->CanAwait)
    return false;
  return !Text.contains("co_await") || isCoroutine(Found.Function);
}

/// An await needs a coroutine round it.
const char *where(const LoopBlock &Found, llvm::StringRef Text) {
  return Text.contains("co_await") && !isCoroutine(Found.Function)
             ? " in a coroutine"
             : "";
}

} // namespace

Cure cureFor(const LoopBlock &Found, const UnitModel &Unit) {
  const BlockSite &Leaf = *Found.Leaf;
  Cure Result;
  const Replacement *R =
      Unit.catalog().replacement(Found.Why->Runtime, Leaf.Cat);
  std::string Text;
  bool Complete = false;
  if (R)
    Text = Filler(Found, Unit).fill(*R, Complete);
  if (R && R->Fix && Complete && mayReplace(Found, Text)) {
    Result.Replacement = Text;
    Result.Headers = R->Headers;
  }
  if (std::string Twin = asyncTwin(Leaf.Callee, Unit.context()); !Twin.empty())
    Result.Help = "use '" + Twin + "' instead and await it";
  else if (Leaf.Entry && !Leaf.Entry->Help.empty())
    Result.Help = Leaf.Entry->Help.str();
  else if (R)
    Result.Help = R->Fix
                      ? "use '" + Text + "'" + where(Found, Text) + " instead"
                      : "use " + Text + " instead";
  else
    Result.Help = inGeneral(Leaf.Cat).str();
  return Result;
}

} // namespace asynctidy
