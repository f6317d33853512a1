//===-- ResultReader.cpp - What look-ups and parsers give -----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/program/requests/ResultReader.h"
#include "lib/context/Callable.h"
#include "lib/web/Expressions.h"
#include "lib/web/Registration.h"
#include "lib/web/Verbs.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace clang;
using namespace asynctidy::catalog;

namespace asynctidy::program {

namespace {

/// `find`, `load_user`, `getById`
bool isLookupName(const NamedDecl *D, bool OfPointer) {
  if (!D->getIdentifier())
    return false;
  llvm::StringRef Name = D->getName();
  if (OfPointer && (Name.contains("All") || Name.contains("List")))
    return false;
  return does(D, OfPointer ? Verb::Finds : Verb::LooksUp) ||
         Name.contains("ById") || Name.contains("by_id");
}

/// What a query or a call of another service gives is there, whatever it says.
bool isAnswerClass(const CXXRecordDecl *RD) {
  llvm::StringRef Name = RD->getIdentifier() ? RD->getName() : "";
  return llvm::any_of(
      llvm::ArrayRef<llvm::StringRef>{"Result", "Results", "Set", "Rows",
                                      "Cursor", "Statement", "Query",
                                      "Response", "Reply", "Stream", "List"},
      [&](llvm::StringRef End) { return Name.ends_with(End); });
}

/// `users.emplace(id, user)` before a look-up in the same container.
bool isPutBefore(const CallView &View, const Expr *Lookup,
                 const BodyTree &Around) {
  const ValueDecl *Container = rootOf(View.Receiver);
  if (!Container)
    return false;
  return llvm::any_of(Around.usesOf(Container), [&](const DeclRefExpr *Use) {
    const auto *Member = dyn_cast_or_null<MemberExpr>(Around.parent(Use));
    return Member && Member->getMemberDecl()->getIdentifier() &&
           llvm::is_contained(
               {"emplace", "insert", "try_emplace", "insert_or_assign"},
               Member->getMemberDecl()->getName()) &&
           Around.mayPrecede(Use, Lookup);
  });
}

} // namespace

bool asksForSomething(const CallView &View) {
  for (unsigned I = 0; I < View.numWritten(); ++I)
    if (!isConstant(View.Arguments[I]))
      return true;
  return false;
}

bool isIterator(QualType T) {
  const CXXRecordDecl *RD = T.getNonReferenceType()->getAsCXXRecordDecl();
  return RD && RD->getIdentifier() && RD->getName().contains("terator");
}

bool hasSql(const CallView &View) {
  for (unsigned I = 0; I < View.numWritten(); ++I)
    if (std::optional<llvm::StringRef> Sql = textIn(View.Arguments[I]))
      for (llvm::StringRef Verb : {"select ", "insert ", "update ", "delete "})
        if (Sql->ltrim().starts_with_insensitive(Verb))
          return true;
  return false;
}
bool mayFindNothing(const CallView &View) {
  for (unsigned I = 0; I < View.numWritten(); ++I) {
    std::optional<llvm::StringRef> Sql = textIn(View.Arguments[I]);
    if (!Sql)
      continue;
    std::string Text = Sql->lower();
    llvm::SmallVector<llvm::StringRef, 16> Words;
    llvm::SplitString(Text, Words);
    auto Has = [&](llvm::StringRef Word) {
      return llvm::is_contained(Words, Word);
    };
    if (Words.empty() || !Has("where"))
      return false;
    if (Words.front() != "select")
      return Has("returning") &&
             (Words.front() == "update" || Words.front() == "delete");
    return Has("group") ||
           llvm::none_of(llvm::ArrayRef<llvm::StringRef>{"count(", "sum(",
                                                         "max(", "min(", "avg(",
                                                         "exists("},
                         [&](llvm::StringRef Always) {
                           return llvm::StringRef(Text).contains(Always);
                         });
  }
  return false;
}
bool mayHaveNoRows(const ReadUse &Rows, const CallView &Asked) {
  return Rows.Absent == Absence::Empty || mayFindNothing(Asked);
}

CallView ResultReader::askedBy(const CallView &View) const {
  if (View.numWritten() > 0 || !View.Receiver)
    return View;
  const Expr *From = peelAll(View.Receiver);
  const auto *Ref = dyn_cast<DeclRefExpr>(From);
  const auto *Var = Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
  if (Var && Var->isLocalVarDecl()) {
    for (const DeclRefExpr *Use : Origins.around().usesOf(Var)) {
      const Stmt *P = Origins.around().parent(Use);
      while (isa_and_nonnull<CastExpr, UnaryOperator>(P))
        P = Origins.around().parent(P);
      const auto *Call = dyn_cast_or_null<CallExpr>(P);
      std::optional<CallView> Filling =
          Call ? CallView::of(Call) : std::optional<CallView>();
      if (Filling && hasSql(*Filling))
        return *Filling;
    }
    From = Var->getInit() ? peelAll(Var->getInit()) : nullptr;
  }
  const auto *Call = dyn_cast_or_null<CallExpr>(From);
  std::optional<CallView> Made =
      Call ? CallView::of(Call) : std::optional<CallView>();
  return Made ? *Made : View;
}

std::optional<UsedResult> ResultReader::unparsed(const CallView &View,
                                                 const Expr *E,
                                                 const ReadUse &Use) const {
  if (Use.Invalid != Absence::Null && Use.Invalid != Absence::False)
    return std::nullopt;
  ValueOrigin From = Origins.documentOf(E);
  if (!From)
    return std::nullopt;
  return UsedResult{UseFact::Unparsed,
                    displayName(View.Callee, View.staticClass()), From, ""};
}

std::optional<UsedResult> ResultReader::lookup(const CallView &View,
                                               const Expr *E) const {
  CallView Asked = askedBy(View);
  if (!asksForSomething(Asked))
    return std::nullopt;
  std::string Name = displayName(View.Callee, View.staticClass());
  const NamedEntry *Entry = Origins.unit().matcher().find(View, Section::Reads);
  if (Entry && Entry->E->Read.Kind == ReadKind::Rows)
    return mayHaveNoRows(Entry->E->Read, Asked)
               ? std::optional(UsedResult{UseFact::NoRows, Name, {}, ""})
               : std::nullopt;
  QualType T = E->getType();
  if (Entry && Entry->E->Read.Kind == ReadKind::Entity) {
    if (Entry->E->Read.Absent == Absence::Null)
      return UsedResult{UseFact::Missing, Name, {}, ""};
    return std::nullopt;
  }
  // `users.find(id)`
  if (View.Receiver && isIterator(T) && View.Callee->getIdentifier() &&
      View.Callee->getName() == "find" && isOfStandard(View.Function) &&
      !Origins.documentOf(View.Receiver) &&
      !isPutBefore(View, E, Origins.around())) {
    std::string Container = Say.text(View.Receiver);
    std::string Access =
        View.Receiver->getType()->isPointerType() ? "->end()" : ".end()";
    return UsedResult{UseFact::Missing,
                      Name,
                      {},
                      Container.empty() ? "" : Container + Access};
  }
  // `std::find_if(all.begin(), all.end(), ...)`
  if (!View.Receiver && isIterator(T) && View.numWritten() >= 2 &&
      isOfStandard(View.Function) && View.Callee->getIdentifier() &&
      View.Callee->getName().starts_with("find"))
    return UsedResult{UseFact::Missing, Name, {}, Say.text(View.Arguments[1])};
  if (!Origins.isOwn(View.Function))
    return std::nullopt;
  bool Optional = Origins.isOptional(T) && !T->isPointerType();
  bool Pointer = !Optional && Origins.ownClass(T) &&
                 (T->isPointerType() ||
                  !Origins.isOwn(T.getNonReferenceType()->getAsRecordDecl()));
  if (Pointer && isAnswerClass(Origins.ownClass(T)))
    return std::nullopt;
  if ((Optional || Pointer) && isLookupName(View.Callee, Pointer))
    return UsedResult{UseFact::Missing, Name, {}, ""};
  return std::nullopt;
}

std::optional<UsedResult> ResultReader::of(const Expr *E) const {
  std::optional<CallView> View = CallView::of(E);
  if (!View)
    return std::nullopt;
  const NamedEntry *Entry =
      Origins.unit().matcher().find(*View, Section::Reads);
  if (Entry && Entry->E->Read.Kind == ReadKind::Document)
    return unparsed(*View, E, Entry->E->Read);
  return lookup(*View, E);
}

} // namespace asynctidy::program
