//===-- BodyBlocks.cpp - What blocks in a body ----------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/effects/BodyWalker.h"
#include "lib/effects/UnitCollector.h"
#include "clang/AST/DeclTemplate.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;
using namespace asynctidy::catalog;

namespace asynctidy {

namespace {

/// Two calls speak of the same object when the variable or member is the same.
bool sameRoot(const Expr *L, const Expr *R) {
  const ValueDecl *Root = L ? rootOf(L) : nullptr;
  return Root && R && Root == rootOf(R);
}

std::string writtenType(QualType T, const ASTContext &Ctx) {
  PrintingPolicy Policy(Ctx.getLangOpts());
  Policy.FullyQualifiedName = true;
  return T.getUnqualifiedType().getAsString(Policy);
}

/// The name that a person gave to the class of the call's object:
/// `tcp_stream` for a basic_stream of five arguments; empty when there is none.
StringRef aliasOf(const Expr *Receiver) {
  if (!Receiver)
    return "";
  QualType T = Receiver->IgnoreParenImpCasts()->getType().getNonReferenceType();
  if (T->isPointerType())
    T = T->getPointeeType();
  const auto *Alias = T->getAs<TypedefType>();
  if (!Alias)
    return "";
  // What a container calls its elements says nothing.
  const DeclContext *Place = Alias->getDecl()->getDeclContext();
  if (isa<ClassTemplateSpecializationDecl>(Place))
    return "";
  return Alias->getDecl()->getName();
}

/// As it is written: `std::ifstream`, whatever template that is.
std::string nameOf(const CallView &View, const Expr *E, const ASTContext &Ctx) {
  if (isa<CXXConstructExpr>(E))
    return writtenType(E->getType(), Ctx);
  if (StringRef Alias = aliasOf(View.Receiver);
      !Alias.empty() && View.Callee == View.Function)
    return (Alias + "::" + View.Function->getNameAsString()).str();
  return displayName(View.Callee, View.staticClass());
}

} // namespace

void BodyWalker::block(const CallView &View, const Expr *E) {
  BlockSite Site;
  if (const NamedEntry *Entry = Unit.matcher().findBlocking(View)) {
    if (isExempt(*Entry->E, View))
      return;
    Site.Cat = Entry->E->Cat;
    Site.Lvl = descriptorBlocks(*Entry->E, View).value_or(false)
                   ? Level::Default
                   : Entry->E->Lvl;
    Site.Entry = Entry->E;
    if (Site.Lvl == Level::Strict)
      Site.Why = Entry->E->Why;
  } else if (annotationOf(View.Function) == Annotation::Blocking) {
    Site.What = BlockSite::Annotated;
  } else {
    return;
  }
  if (Once && Site.Lvl == Level::Default) {
    Site.Lvl = Level::Strict;
    Site.Why = RunsOnce;
  }
  if (Site.Entry)
    Site.Timeout = ownParameter(View.argument(Site.Entry->Timeout));
  Site.Name = nameOf(View, E, Unit.context());
  Site.Loc = E->getBeginLoc();
  Site.Call = E;
  Site.Callee = View.Function;
  Site.Offloaded = Offloaded;
  Site.CanAwait = StatementExpr == E && InCatch == 0 && !Locks.anyHeld() &&
                  !E->getBeginLoc().isMacroID() && !E->getEndLoc().isMacroID();
  Facts.Blocks.push_back(std::move(Site));
}

bool BodyWalker::isExempt(const Entry &Entry, const CallView &View) {
  if (!Entry.Within.empty()) {
    std::optional<StringRef> Runtime =
        Facts.Function ? Unit.runtimeSoFar(Facts.Function) : std::nullopt;
    if (!Runtime || !llvm::is_contained(Entry.Within, *Runtime))
      return true;
  }
  if (const Expr *Timeout = View.argument(Entry.Timeout);
      Timeout && isZeroDuration(Timeout, Unit.context()))
    return true;
  if (calledBefore(Entry.Unless, View))
    return true;
  if (std::optional<bool> Blocks = descriptorBlocks(Entry, View);
      Blocks && !*Blocks)
    return true;
  // The guard is reported, where it is declared.
  if (Entry.Cat == Category::Lock && Locks.isGuard(View))
    return true;
  return Entry.Cat == Category::File && isKnownStream(View);
}

bool BodyWalker::calledBefore(const UnlessCalled &Unless,
                              const CallView &View) const {
  return llvm::any_of(Seen, [&](const CallView &Before) {
    if (llvm::none_of(Unless.Names, [&](StringRef Name) {
          return Unit.matcher().isNamed(Before, Name);
        }))
      return false;
    return Unless.Same == AnyArgument ||
           sameRoot(Before.argument(Unless.Same), View.argument(Unless.Same));
  });
}

void BodyWalker::noteDescriptor(const VarDecl *Var, const Expr *Init) {
  std::optional<CallView> View =
      CallView::of(Init->IgnoreUnlessSpelledInSource());
  const NamedEntry *Maker =
      View ? Unit.matcher().find(*View, Section::Descriptors) : nullptr;
  if (!Maker)
    return;
  const IndexedBits &Flags = Maker->E->NonBlockingBits;
  const Expr *E = View->argument(Flags.Index);
  Expr::EvalResult Value;
  // Flags that aren't constant may have the bit.
  if (E && (E->isValueDependent() || !E->EvaluateAsInt(Value, Unit.context())))
    return;
  Descriptors[Var] = !E || !(Value.Val.getInt().getExtValue() & Flags.Bits);
}

std::optional<bool> BodyWalker::descriptorBlocks(const Entry &Entry,
                                                 const CallView &View) const {
  const Expr *E = View.argument(Entry.Descriptor);
  const ValueDecl *Root = E ? rootOf(E) : nullptr;
  auto Known = Descriptors.find(Root);
  if (!Root || Known == Descriptors.end())
    return std::nullopt;
  // fcntl and ioctl, or a function of the project's own, may have changed it.
  bool Changed = llvm::any_of(Seen, [&](const CallView &Before) {
    return (Unit.isOwn(Before.Function) ||
            Unit.matcher().isNamed(Before, "fcntl") ||
            Unit.matcher().isNamed(Before, "ioctl")) &&
           llvm::any_of(Before.Arguments,
                        [&](const Expr *Arg) { return rootOf(Arg) == Root; });
  });
  return Changed ? std::nullopt : std::optional<bool>(Known->second);
}

bool BodyWalker::isKnownStream(const CallView &View) {
  const ValueDecl *Root = View.Receiver ? rootOf(View.Receiver) : nullptr;
  return Root && !Streams.insert(Root).second;
}

} // namespace asynctidy
