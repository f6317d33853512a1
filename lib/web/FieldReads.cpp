//===-- FieldReads.cpp - Functions that read fields of documents ---------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/web/FieldReads.h"
#include "lib/web/Expressions.h"
#include "clang/AST/ExprCXX.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallPtrSet.h"

using namespace clang;
using namespace asynctidy::catalog;

namespace asynctidy {

bool isSettled(Absence Absent) {
  return Absent == Absence::Throws || Absent == Absence::Undefined ||
         Absent == Absence::Error;
}

namespace {

/// What a function's reads of fields do for what wasn't sent.
struct FieldReads {
  bool Any = false;
  bool Defaults = false;
  bool Asks = false;  ///< whether a field is there
  bool Keeps = false; ///< a current value as the default
  llvm::SmallPtrSet<const FunctionDecl *, 4> Readers; ///< those that were seen
};

/// Readers that hand the document to another, as deep as that is followed.
constexpr unsigned MaxReaders = 3;

void collectReads(const FunctionDecl *FD, const UnitModel &Unit,
                  FieldReads &Found, unsigned Depth);

bool namesParameter(const Stmt *S) {
  const auto *Ref = dyn_cast_or_null<DeclRefExpr>(S);
  return (Ref && isa<ParmVarDecl>(Ref->getDecl())) ||
         (S && llvm::any_of(S->children(), namesParameter));
}

/// \p Settled: what is read is converted by what throws for nothing.
void collectReads(const Stmt *S, const UnitModel &Unit, FieldReads &Found,
                  unsigned Depth, bool Settled = false) {
  if (!S)
    return;
  const auto *E = dyn_cast<Expr>(S);
  std::optional<CallView> View =
      E ? CallView::of(E) : std::optional<CallView>();
  const NamedEntry *Entry =
      View ? Unit.matcher().find(*View, Section::Reads) : nullptr;
  // The standard's own maps aren't documents.
  if (Entry && !isOfStandard(View->Function)) {
    const ReadUse &Use = Entry->E->Read;
    bool Keyed = Use.Kind == ReadKind::Field;
    bool Asks = Use.Kind == ReadKind::Test && Use.Key != NoArgument;
    // `auto it = body.find(key);` reads it as well.
    Found.Any |= Keyed || (Asks && !E->getType()->isBooleanType());
    const Expr *Standing = View->argument(Use.Default);
    Found.Asks |= Asks;
    Found.Keeps |= Standing && namesParameter(Standing);
    Found.Defaults |= (Keyed && !isSettled(Use.Absent) && !Settled) || Asks;
    Settled |= Use.Kind == ReadKind::Value && Use.Absent == Absence::Throws;
  }
  // `return User(body);`
  const FunctionDecl *Definition = nullptr;
  if (View && !Entry && Depth < MaxReaders && View->numWritten() > 0 &&
      ownClass(E->getType(), Unit) && Unit.isOwn(View->Function) &&
      View->Function->isDefined(Definition) &&
      Found.Readers.insert(Definition).second)
    collectReads(Definition, Unit, Found, Depth + 1);
  for (const Stmt *Child : S->children())
    collectReads(Child, Unit, Found, Depth, Settled);
}

void collectReads(const FunctionDecl *FD, const UnitModel &Unit,
                  FieldReads &Found, unsigned Depth) {
  if (const auto *Constructor = dyn_cast<CXXConstructorDecl>(FD))
    for (const CXXCtorInitializer *Init : Constructor->inits())
      collectReads(Init->getInit(), Unit, Found, Depth);
  collectReads(FD->getBody(), Unit, Found, Depth);
}

} // namespace

static FieldReads readsOf(const FunctionDecl *FD, const UnitModel &Unit) {
  FieldReads Found;
  collectReads(FD, Unit, Found, 0);
  return Found;
}

bool readsWithDefaults(const FunctionDecl *FD, const UnitModel &Unit) {
  FieldReads Found = readsOf(FD, Unit);
  return Found.Any && Found.Defaults;
}

bool setsDefaults(const FunctionDecl *FD, const UnitModel &Unit) {
  FieldReads Found = readsOf(FD, Unit);
  return Found.Any && Found.Defaults && !Found.Asks && !Found.Keeps;
}

} // namespace asynctidy
