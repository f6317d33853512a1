//===-- SqlWrites.cpp - Values that an UPDATE is given --------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/program/requests/SqlWrites.h"
#include "lib/catalog/Match.h"
#include "lib/web/Expressions.h"
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

using IsOperator = bool (*)(const CXXOperatorCallExpr *);

/// The operands of `a << b << c`, in order.
void flatten(const Expr *E, IsOperator Is,
             llvm::SmallVectorImpl<const Expr *> &Operands) {
  const auto *Call = dyn_cast<CXXOperatorCallExpr>(peelAll(E));
  if (!Call || !Is(Call)) {
    Operands.push_back(E);
    return;
  }
  flatten(Call->getArg(0), Is, Operands);
  Operands.push_back(Call->getArg(1));
}

/// Is \p E an operand of another such operator?
bool isInner(const Expr *E, IsOperator Is, const BodyTree &Around) {
  const Stmt *P = Around.parent(E);
  while (isa_and_nonnull<ImplicitCastExpr, ExprWithCleanups, ParenExpr,
                         MaterializeTemporaryExpr, CXXBindTemporaryExpr>(P))
    P = Around.parent(P);
  const auto *Outer = dyn_cast_or_null<CXXOperatorCallExpr>(P);
  return Outer && Is(Outer);
}

bool isPlus(const CXXOperatorCallExpr *Call) {
  return Call->getNumArgs() == 2 && Call->getOperator() == OO_Plus;
}

/// The statements at a place in a body are all run, or none of them.
bool isBeside(const Stmt *A, const Stmt *B, const BodyTree &Around) {
  const Stmt *OfA = Around.statementOf(A), *OfB = Around.statementOf(B);
  return OfA && OfB && Around.parent(OfA) == Around.parent(OfB);
}

/// `use(value)`, `bind(value)`, `tx.quote(value)`: what it has.
const Expr *bound(const Expr *E) {
  const auto *Call = dyn_cast<CallExpr>(peelAll(E));
  if (!Call || Call->getNumArgs() == 0 || isa<CXXOperatorCallExpr>(Call))
    return E;
  const FunctionDecl *Callee = Call->getDirectCallee();
  if (!Callee || !Callee->getIdentifier())
    return E;
  llvm::StringRef Name = Callee->getName();
  bool Binds = isa<CXXMemberCallExpr>(Call)
                   ? Name.starts_with("quote") || Name.starts_with("esc")
                   : llvm::is_contained({"use", "useRef", "bind"}, Name);
  return Binds ? Call->getArg(0) : E;
}

/// `params.append(value)`, in the order of the source; nothing where one of
/// them depends on a condition.
bool appended(const VarDecl *Var, const BodyTree &Around,
              llvm::SmallVectorImpl<const Expr *> &Values) {
  llvm::SmallVector<const Expr *, 8> Found;
  for (const DeclRefExpr *Use : Around.usesOf(Var)) {
    const auto *Member = dyn_cast_or_null<MemberExpr>(Around.parent(Use));
    const auto *Call = dyn_cast_or_null<CXXMemberCallExpr>(
        Member ? Around.parent(Member) : nullptr);
    if (!Call || Call->getNumArgs() != 1 ||
        !Member->getMemberDecl()->getIdentifier() ||
        !llvm::is_contained({"append", "push_back", "emplace_back", "add"},
                            Member->getMemberDecl()->getName()))
      continue;
    if (!Found.empty() && !isBeside(Found.front(), Call, Around))
      return false;
    Found.push_back(Call->getArg(0));
  }
  Values.append(Found.begin(), Found.end());
  return !Found.empty();
}

/// The values that a local array or list of parameters is made of.
bool heldBy(const Expr *E, const BodyTree &Around,
            llvm::SmallVectorImpl<const Expr *> &Values) {
  const auto *Ref = dyn_cast<DeclRefExpr>(peelAll(E));
  const auto *Var = Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
  if (!Var || !Var->isLocalVarDecl() || Var->getType()->isReferenceType())
    return false;
  const Expr *Init =
      Var->getInit() ? Var->getInit()->IgnoreImplicit() : nullptr;
  if (const auto *List = dyn_cast_or_null<InitListExpr>(Init);
      List && Var->getType()->isArrayType()) {
    Values.append(List->inits().begin(), List->inits().end());
    return true;
  }
  const auto *Made = dyn_cast_or_null<CXXConstructExpr>(Init);
  const CXXRecordDecl *RD = Var->getType()->getAsCXXRecordDecl();
  bool IsText = RD && RD->getIdentifier() && RD->getName() == "basic_string";
  return Made && Made->getNumArgs() == 0 && !IsText &&
         appended(Var, Around, Values);
}

/// `params{a, b}` stands for what it has.
void unfold(const Expr *E, const BodyTree &Around,
            llvm::SmallVectorImpl<const Expr *> &Values) {
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
  } else if (!heldBy(E, Around, Values)) {
    Values.push_back(E);
  }
}

/// The number, the types and other things that C functions are told stand
/// before the array of values: `PQexecParams(db, sql, 2, nullptr, values,
/// ...)`.
llvm::ArrayRef<const Expr *> fromArray(llvm::ArrayRef<const Expr *> Given) {
  for (auto [I, E] : llvm::enumerate(Given)) {
    const auto *Ref = dyn_cast<DeclRefExpr>(peelAll(E));
    if (Ref && Ref->getDecl()->getType()->isArrayType() &&
        !Ref->getDecl()
             ->getType()
             ->castAsArrayTypeUnsafe()
             ->getElementType()
             ->isAnyCharacterType())
      return Given.slice(I, 1);
  }
  return Given;
}

/// Pairs the values with the columns that get them.
std::vector<ColumnValue> pair(llvm::ArrayRef<const Expr *> Given,
                              const std::vector<SqlParameter> &Columns,
                              const BodyTree &Around) {
  llvm::SmallVector<const Expr *, 8> Values;
  for (const Expr *E : fromArray(Given))
    if (!isa<LambdaExpr>(peelAll(E)))
      unfold(E, Around, Values);
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

/// The text among the arguments of a call.
Parameters updateAmong(const CallView &View) {
  for (unsigned I = 0; I < View.numWritten(); ++I)
    if (Parameters Columns = updateIn(View.Arguments[I]))
      return Columns;
  return std::nullopt;
}

/// What the object of a call was made with: a prepared statement, through the
/// chain of calls or, for one that is prepared into a variable, before.
Parameters preparedIn(const Expr *Object, const BodyTree &Around) {
  constexpr unsigned MaxChain = 16;
  for (unsigned I = 0; Object && I < MaxChain; ++I) {
    Object = peelAll(Object);
    const auto *Ref = dyn_cast<DeclRefExpr>(Object);
    const auto *Var = Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
    if (Var && Var->hasLocalStorage()) {
      if (Parameters Columns = updateIn(Var->getInit()))
        return Columns;
      // `sqlite3_prepare_v2(db, sql, -1, &statement, nullptr)`
      for (const DeclRefExpr *Use : Around.usesOf(Var)) {
        const auto *Into = dyn_cast_or_null<UnaryOperator>(Around.parent(Use));
        const auto *Call = dyn_cast_or_null<CallExpr>(
            Into && Into->getOpcode() == UO_AddrOf ? Around.parent(Into)
                                                   : nullptr);
        std::optional<CallView> View =
            Call ? CallView::of(Call) : std::optional<CallView>();
        if (View)
          if (Parameters Columns = updateAmong(*View))
            return Columns;
      }
      return std::nullopt;
    }
    std::optional<CallView> View = CallView::of(Object);
    if (!View)
      return std::nullopt;
    if (Parameters Columns = updateAmong(*View))
      return Columns;
    Object = View->Receiver;
  }
  return std::nullopt;
}

/// `sql << "UPDATE ...", use(a), use(b)`
std::vector<ColumnValue> inChain(const CXXOperatorCallExpr *E,
                                 const BodyTree &Around) {
  if (isInner(E, isChainOperator, Around))
    return {}; // the whole chain is said at its end
  llvm::SmallVector<const Expr *, 8> Operands, Given;
  flatten(E, isChainOperator, Operands);
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
  return pair(Given, *Columns, Around);
}

/// `"UPDATE ... SET name = '" + name + "' WHERE ..."`
std::vector<ColumnValue> inText(const CXXOperatorCallExpr *E,
                                const BodyTree &Around) {
  if (isInner(E, isPlus, Around))
    return {};
  llvm::SmallVector<const Expr *, 8> Operands;
  flatten(E, isPlus, Operands);
  std::string Sql;
  std::vector<const Expr *> Values;
  for (const Expr *Operand : Operands) {
    if (std::optional<std::string> Text =
            isConstant(Operand) ? keyText(Operand) : std::nullopt) {
      Sql += *Text;
      continue;
    }
    Sql += "{}";
    Values.push_back(bound(Operand));
  }
  Parameters Columns = updateParameters(Sql);
  std::vector<ColumnValue> Found;
  if (!Columns)
    return Found;
  for (const SqlParameter &Parameter : *Columns)
    if (!Parameter.Column.empty() && Parameter.Index < Values.size())
      Found.push_back({Values[Parameter.Index], Parameter.Column});
  return Found;
}

/// `mapper.updateBy({"name", "age"}, criteria, name, age)`: a list of columns,
/// and as many values at the end.
std::vector<ColumnValue> byColumns(const CallView &View) {
  if (!View.Callee->getIdentifier() ||
      !View.Callee->getName().starts_with("update") || View.numWritten() < 3)
    return {};
  const Expr *First = View.Arguments.front();
  while (const Expr *Inner = isa<InitListExpr>(First) ? nullptr : peel(First))
    First = Inner;
  // A vector is made of a list of texts.
  llvm::SmallVector<std::string, 4> Columns;
  const InitListExpr *List = nullptr;
  for (const Stmt *S = First; S && !List;) {
    List = dyn_cast<InitListExpr>(S);
    S = S->children().empty() ? nullptr : *S->child_begin();
  }
  for (unsigned I = 0; List && I < List->getNumInits(); ++I)
    if (std::optional<std::string> Column = keyText(List->getInit(I)))
      Columns.push_back(*Column);
  if (Columns.empty() || Columns.size() != List->getNumInits() ||
      Columns.size() + 1 >= View.numWritten())
    return {};
  std::vector<ColumnValue> Found;
  size_t Start = View.numWritten() - Columns.size();
  for (auto [I, Column] : llvm::enumerate(Columns))
    Found.push_back({View.Arguments[Start + I], Column});
  return Found;
}

} // namespace

std::vector<ColumnValue> columnValues(const Expr *E, const BodyTree &Around) {
  if (const auto *Operator = dyn_cast<CXXOperatorCallExpr>(E)) {
    if (isChainOperator(Operator))
      return inChain(Operator, Around);
    return isPlus(Operator) ? inText(Operator, Around)
                            : std::vector<ColumnValue>();
  }
  std::optional<CallView> View = CallView::of(E);
  if (!View || isa<CXXConstructExpr>(E))
    return {};
  llvm::ArrayRef<const Expr *> Given(View->Arguments.data(),
                                     View->numWritten());
  for (auto [I, Argument] : llvm::enumerate(Given))
    if (Parameters Columns = updateIn(Argument))
      return pair(Given.drop_front(I + 1), *Columns, Around);
  // `statement.bind(a, b)`, `bind(statement, a, b)`
  Parameters Columns = preparedIn(View->Receiver, Around);
  if (!Columns && !View->Receiver && Given.size() > 1) {
    Columns = preparedIn(Given.front(), Around);
    Given = Given.drop_front();
  }
  if (!Columns)
    return byColumns(*View);
  if (auto One = pairOne(Given, *Columns))
    return *One;
  return pair(Given, *Columns, Around);
}

} // namespace asynctidy::program
