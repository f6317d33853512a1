//===-- SqlWrites.cpp - Values that an UPDATE is given --------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/program/requests/SqlWrites.h"
#include "lib/catalog/Match.h"
#include "lib/web/Registration.h"
#include "lib/web/SqlText.h"
#include "lib/web/Values.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;
using namespace asynctidy::catalog;

namespace asynctidy::program {

namespace {

using Parameters = std::optional<std::vector<SqlParameter>>;

Parameters updateIn(const Expr *E) {
  if (!E || E->getType().isNull())
    return std::nullopt;
  std::optional<llvm::StringRef> Text = textIn(E);
  return Text ? updateParameters(*Text) : std::nullopt;
}

bool isChainOperator(const CXXOperatorCallExpr *Call) {
  return Call->getNumArgs() == 2 && (Call->getOperator() == OO_LessLess ||
                                     Call->getOperator() == OO_Comma);
}

/// The operands of `a << b << c`, in order.
void flatten(const Expr *E, llvm::SmallVectorImpl<const Expr *> &Operands) {
  const auto *Call = dyn_cast<CXXOperatorCallExpr>(E->IgnoreImplicit());
  if (!Call || !isChainOperator(Call)) {
    Operands.push_back(E);
    return;
  }
  flatten(Call->getArg(0), Operands);
  Operands.push_back(Call->getArg(1));
}

/// `use(value)`, `bind(value)`: what it has.
const Expr *bound(const Expr *E) {
  const auto *Call = dyn_cast<CallExpr>(peelAll(E));
  if (Call && Call->getNumArgs() >= 1 && !isa<CXXMemberCallExpr>(Call) &&
      !isa<CXXOperatorCallExpr>(Call))
    if (const FunctionDecl *Callee = Call->getDirectCallee();
        Callee && Callee->getIdentifier() &&
        llvm::is_contained({"use", "useRef", "bind"}, Callee->getName()))
      return Call->getArg(0);
  return E;
}

/// `params{a, b}` stands for what it has.
void unfold(const Expr *E, llvm::SmallVectorImpl<const Expr *> &Values) {
  const Expr *Inner = peelAll(E);
  const auto *Construct = dyn_cast<CXXConstructExpr>(Inner);
  const auto *List = dyn_cast<InitListExpr>(Inner);
  if (Construct && Construct->getNumArgs() > 1 &&
      !Construct->getType()->getAsCXXRecordDecl()->isInStdNamespace()) {
    for (const Expr *Argument : Construct->arguments())
      Values.push_back(Argument);
  } else if (List && List->getNumInits() > 1) {
    for (const Expr *Init : List->inits())
      Values.push_back(Init);
  } else {
    Values.push_back(E);
  }
}

/// Pairs the values with the columns that get them.
std::vector<ColumnValue> pair(llvm::ArrayRef<const Expr *> Given,
                              const std::vector<SqlParameter> &Columns) {
  llvm::SmallVector<const Expr *, 8> Values;
  for (const Expr *E : Given)
    if (!isa<LambdaExpr>(peelAll(E)))
      unfold(E, Values);
  std::vector<ColumnValue> Found;
  for (const SqlParameter &Parameter : Columns)
    if (!Parameter.Column.empty() && Parameter.Index < Values.size())
      Found.push_back({Values[Parameter.Index], Parameter.Column});
  return Found;
}

/// `statement.setString(1, value)`, `statement.bind(":name", value)`: the only
/// value, by its number from 1 on or its name. None for another form.
std::optional<std::vector<ColumnValue>>
pairOne(llvm::ArrayRef<const Expr *> Given,
        const std::vector<SqlParameter> &Columns) {
  if (Given.size() < 2)
    return std::nullopt;
  std::vector<ColumnValue> Found;
  const Expr *First = peelAll(Given.front());
  if (const auto *Number = dyn_cast<IntegerLiteral>(First)) {
    for (const SqlParameter &Parameter : Columns)
      if (Number->getValue() == Parameter.Index + 1 &&
          !Parameter.Column.empty())
        Found.push_back({Given[1], Parameter.Column});
    return Found;
  }
  // A text that is made of a literal; a variable is a value.
  while (const auto *Made = dyn_cast<CXXConstructExpr>(First)) {
    if (Made->getNumArgs() == 0)
      return std::nullopt;
    First = peelAll(Made->getArg(0));
  }
  std::optional<std::string> Name =
      isa<StringLiteral>(First) ? keyText(First) : std::nullopt;
  if (!Name)
    return std::nullopt;
  for (const SqlParameter &Parameter : Columns)
    if (!Parameter.Name.empty() && !Parameter.Column.empty() &&
        llvm::StringRef(*Name).ltrim(":@$") == Parameter.Name)
      Found.push_back({Given[1], Parameter.Column});
  return Found;
}

/// What the object of a call was made with: a prepared statement.
Parameters preparedIn(const Expr *Object) {
  const auto *Ref = Object ? dyn_cast<DeclRefExpr>(peelAll(Object)) : nullptr;
  const auto *Var = Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
  return Var && Var->getInit() && Var->hasLocalStorage()
             ? updateIn(Var->getInit())
             : std::nullopt;
}

} // namespace

std::vector<ColumnValue> columnValues(const Expr *E, const BodyTree &Around) {
  const auto *Operator = dyn_cast<CXXOperatorCallExpr>(E);
  if (Operator) {
    if (!isChainOperator(Operator))
      return {};
    // The whole chain is said at its end.
    const Stmt *P = Around.parent(E);
    while (isa_and_nonnull<ImplicitCastExpr, ExprWithCleanups,
                           MaterializeTemporaryExpr, CXXBindTemporaryExpr>(P))
      P = Around.parent(P);
    if (const auto *Outer = dyn_cast_or_null<CXXOperatorCallExpr>(P);
        Outer && isChainOperator(Outer))
      return {};
    llvm::SmallVector<const Expr *, 8> Operands, Given;
    flatten(E, Operands);
    Parameters Columns;
    std::vector<ColumnValue> Named;
    for (const Expr *Operand : Operands) {
      if (!Columns) {
        Columns = updateIn(Operand);
        continue;
      }
      // `use(value, "name")`
      const auto *Use = dyn_cast<CallExpr>(peelAll(Operand));
      std::optional<std::vector<ColumnValue>> One;
      if (bound(Operand) != Operand && Use->getNumArgs() > 1)
        One = pairOne({Use->getArg(1), Use->getArg(0)}, *Columns);
      if (One)
        llvm::append_range(Named, *One);
      else
        Given.push_back(bound(Operand));
    }
    if (!Columns || !Named.empty())
      return Named;
    return pair(Given, *Columns);
  }
  std::optional<CallView> View = CallView::of(E);
  if (!View || isa<CXXConstructExpr>(E))
    return {};
  llvm::ArrayRef<const Expr *> Given(View->Arguments.data(),
                                     View->numWritten());
  for (auto [I, Argument] : llvm::enumerate(Given))
    if (Parameters Columns = updateIn(Argument))
      return pair(Given.drop_front(I + 1), *Columns);
  // `statement.bind(a, b)`, `bind(statement, a, b)`
  if (Parameters Columns = preparedIn(View->Receiver)) {
    if (auto One = pairOne(Given, *Columns))
      return *One;
    return pair(Given, *Columns);
  }
  if (!Given.empty())
    if (Parameters Columns = preparedIn(Given.front()))
      return pair(Given.drop_front(), *Columns);
  return {};
}

} // namespace asynctidy::program
