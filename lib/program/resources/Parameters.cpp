//===-- Parameters.cpp - What a pool was told, and what not ---------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/program/resources/Parameters.h"
#include "lib/context/Callable.h"
#include "lib/program/resources/Constants.h"
#include "lib/program/resources/ParameterFix.h"
#include "clang/AST/DynamicRecursiveASTVisitor.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;
using namespace asynctidy::catalog;

namespace asynctidy::program {

namespace {

/// The closest expression above a use that is a call, with the use as its
/// object or an argument.
const Expr *callWith(const DeclRefExpr *Use, const Surroundings &Around) {
  constexpr unsigned MaxSteps = 8;
  const Stmt *P = Around.parent(Use);
  for (unsigned Step = 0; P && Step < MaxSteps; ++Step, P = Around.parent(P)) {
    const auto *Operator = dyn_cast<CXXOperatorCallExpr>(P);
    const auto *Get = dyn_cast<CXXMemberCallExpr>(P);
    bool Accessor = (Operator && (Operator->getOperator() == OO_Arrow ||
                                  Operator->getOperator() == OO_Star)) ||
                    (Get && Get->getMethodDecl() &&
                     Get->getMethodDecl()->getDeclName().isIdentifier() &&
                     Get->getMethodDecl()->getName() == "get");
    if (isa<CallExpr>(P) && !Accessor)
      return cast<Expr>(P);
  }
  return nullptr;
}

/// Does somebody get \p Var itself, or a copy: an argument, a result, another
/// variable, a capture?
bool isPassedOn(const ValueDecl *Var, const Surroundings &Around) {
  return llvm::any_of(Around.usesOf(Var), [&](const DeclRefExpr *Use) {
    const Stmt *Child = Use, *P = Around.parent(Use);
    while (isa_and_nonnull<ParenExpr, ImplicitCastExpr, CXXBindTemporaryExpr,
                           MaterializeTemporaryExpr, UnaryOperator>(P)) {
      Child = P;
      P = Around.parent(P);
    }
    if (isa_and_nonnull<CXXConstructExpr, ReturnStmt, CoreturnStmt, DeclStmt,
                        InitListExpr>(P))
      return true;
    if (const auto *Assign = dyn_cast_or_null<BinaryOperator>(P))
      return Assign->isAssignmentOp() && Child == Assign->getRHS();
    const auto *Call = dyn_cast_or_null<CallExpr>(P);
    return Call && !borrows(Call->getDirectCallee()) &&
           llvm::is_contained(Call->arguments(), Child) &&
           (!isa<CXXOperatorCallExpr>(Call) || Child != Call->getArg(0));
  });
}

} // namespace

bool ParameterReader::isSet(
    const ParameterUse &P, const ValueDecl *Var, const Surroundings &Around,
    llvm::function_ref<bool(const Expr *)> Counts) const {
  if (!Var || P.Setters.empty())
    return false;
  for (const DeclRefExpr *Use : Around.usesOf(Var)) {
    const Expr *Call = callWith(Use, Around);
    std::optional<CallView> View = Call ? CallView::of(Call) : std::nullopt;
    if (!View || !Counts(Call))
      continue;
    if (llvm::any_of(P.Setters,
                     [&](llvm::StringRef Name) {
                       return Matcher.isNamed(*View, Name);
                     }) &&
        (!P.WithNumber || endsWithNumber(*View)))
      return true;
  }
  return false;
}

ParameterReader::Answer ParameterReader::answer(const ParameterUse &P,
                                                const CallView &Made,
                                                const Surroundings &Around) {
  if (P.Argument == NoArgument)
    return Answer::LeftOut;
  const Expr *Argument = Made.argument(P.Argument);
  if (!P.Field.empty()) {
    Options Object(Argument, Around);
    switch (Object.field(P.Field, P.Nothing, Ctx)) {
    case Options::Value::Set:
      return Answer::Told;
    case Options::Value::Unknown:
      return Answer::Unknown;
    case Options::Value::Unset:
      return isSet(P, Object.variable(), Around,
                   [&](const Expr *Call) {
                     return Around.mayPrecede(Call, Argument);
                   })
                 ? Answer::Told
                 : Answer::LeftOut;
    }
  }
  if (!Argument)
    return Answer::LeftOut;
  if (P.Key.empty())
    return isOneOf(Argument, P.Nothing, Ctx) ? Answer::LeftOut : Answer::Told;
  const StringLiteral *Text = constantText(Argument, Around);
  if (!Text)
    return Answer::Unknown;
  std::optional<llvm::StringRef> Value =
      valueOf(Text->getString(), P.Key, P.Syntax);
  return Value && !llvm::is_contained(P.Nothing, *Value) ? Answer::Told
                                                         : Answer::LeftOut;
}

LeftOut ParameterReader::read(const CallView &Made, const Expr *E,
                              const Fate &Result, const Surroundings &Around) {
  LeftOut Out;
  ParameterFix Fix(Made, E, Result, Around, Ctx, Names);
  // Who uses it afterwards may be out of sight.
  bool Seen =
      Result.To != Destination::Handed && Result.To != Destination::Returned;
  for (const NamedEntry *Entry : Matcher.findAll(Made, Section::Parameters)) {
    const ParameterUse &P = Entry->E->Parameter;
    if (P.Argument == NoArgument && !Seen)
      continue;
    if (answer(P, Made, Around) != Answer::LeftOut ||
        isSet(P, Result.Into, Around,
              [&](const Expr *Call) { return Around.mayPrecede(E, Call); }))
      continue;
    ParameterFact Fact;
    Fact.What = P.Kind;
    Fact.Lvl = Entry->E->Lvl;
    Fact.Name = P.Name.str();
    Fact.Without = P.Without.str();
    Fact.Why = Entry->E->Why.str();
    for (llvm::StringRef Name : P.Setters)
      Fact.Setters.push_back(Name.str());
    // The same from two packs, or for two overloads.
    if (llvm::any_of(Out.Missing, [&](const ParameterFact &Known) {
          return Known.Name == Fact.Name;
        }))
      continue;
    Out.Missing.push_back(std::move(Fact));
    Fix.add(P);
    llvm::append_range(Out.Headers, llvm::map_range(P.Headers, [](auto Header) {
                         return Header.str();
                       }));
  }
  if (Out.Missing.empty())
    return Out;
  Out.PassedOn =
      Result.To == Destination::Local && isPassedOn(Result.Into, Around);
  Out.Edits = Fix.take();
  Out.Options = Fix.options();
  if (Out.Edits.empty())
    Out.Headers.clear();
  return Out;
}

} // namespace asynctidy::program
