//===-- Guards.cpp - Code that asks whether something was sent ------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/web/Guards.h"
#include "lib/context/Callable.h"
#include "lib/effects/RouteSites.h"
#include "lib/web/Expressions.h"
#include "clang/AST/StmtCXX.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;
using namespace asynctidy::catalog;

namespace asynctidy {

namespace {

class GuardFinder {
public:
  GuardFinder(const ValueOrigin &From, const Values &Origins, Question Asks)
      : From(From), Origins(Origins), Asks(Asks),
        Name(From.Member ? memberName(From.Member) : From.Key) {
    // A key alone asks whether it is there.
    if (Asks == Question::Content)
      return;
    if (!Name.empty())
      Names.push_back(Name);
    // Of a whole, any of its members.
    else if (From.Class && From.Class->hasDefinition())
      for (const FieldDecl *Field : From.Class->getDefinition()->fields())
        if (!isIdentity(Field))
          Names.push_back(Field->getName());
  }

  bool above(const Stmt *At) const {
    const BodyTree &Tree = Origins.around();
    const Stmt *Child = At;
    for (const Stmt *P = Tree.parent(At); P; Child = P, P = Tree.parent(P))
      if (decides(P, Child))
        return true;
    return false;
  }

private:
  /// Does \p P run \p Child only where the value was sent?
  bool decides(const Stmt *P, const Stmt *Child) const {
    if (const auto *If = dyn_cast<IfStmt>(P))
      return (Child == If->getThen() || Child == If->getElse()) &&
             (isMode(If->getCond(), Child == If->getThen()) ||
              asks(If->getCond()) || asks(If->getInit()) ||
              asks(If->getConditionVariableDeclStmt()));
    if (const auto *Choice = dyn_cast<ConditionalOperator>(P))
      return Child != Choice->getCond() && asks(Choice->getCond());
    if (const auto *Logical = dyn_cast<BinaryOperator>(P))
      return Logical->isLogicalOp() && Child == Logical->getRHS() &&
             asks(Logical->getLHS());
    if (const auto *Switch = dyn_cast<SwitchStmt>(P))
      return Child == Switch->getBody() && asks(Switch->getCond());
    if (const auto *While = dyn_cast<WhileStmt>(P))
      return Child == While->getBody() && asks(While->getCond());
    if (const auto *For = dyn_cast<ForStmt>(P))
      return (Child == For->getBody() || Child == For->getInc()) &&
             asks(For->getCond());
    const auto *Block = dyn_cast<CompoundStmt>(P);
    if (!Block)
      return false;
    for (const Stmt *Before : Block->body()) {
      if (Before == Child)
        return false;
      if (turnsAway(Before))
        return true;
    }
    return false;
  }

  /// `if (partial)`: who calls it says what is meant. `bool patch = method ==
  /// PATCH;` says that the branch where it is false runs for other methods.
  static bool isMode(const Expr *Condition, bool Holds) {
    const Expr *E = peelAll(Condition);
    while (const auto *Not = dyn_cast<UnaryOperator>(E)) {
      Holds ^= Not->getOpcode() == UO_LNot;
      E = peelAll(Not->getSubExpr());
    }
    const auto *Ref = dyn_cast<DeclRefExpr>(E);
    const auto *Var = Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
    if (!Var || !Var->getType()->isBooleanType())
      return false;
    // What a library tells a callback is no mode: `last` of a body's pieces.
    const auto *Method = dyn_cast<CXXMethodDecl>(Var->getDeclContext());
    return (isa<ParmVarDecl>(Var) &&
            !(Method && Method->getParent()->isLambda())) ||
           (!Holds && Var->getInit() && comparesWithPatch(Var->getInit()));
  }

  static bool comparesWithPatch(const Expr *E) {
    const auto *Operator = dyn_cast<CXXOperatorCallExpr>(peelAll(E));
    const auto *Binary = dyn_cast<BinaryOperator>(peelAll(E));
    return ((Operator && Operator->getOperator() == OO_EqualEqual) ||
            (Binary && Binary->getOpcode() == BO_EQ)) &&
           namesPatch(E);
  }

  static bool namesPatch(const Stmt *S) {
    const auto *E = dyn_cast_or_null<Expr>(S);
    return (E && httpMethodOf(E) == "PATCH") ||
           (S && llvm::any_of(S->children(), namesPatch));
  }

  /// `if (!body.contains("name")) return 400;`, `require(body, "name");`
  bool turnsAway(const Stmt *S) const {
    if (const auto *Value = dyn_cast<Expr>(S)) {
      const auto *Call = dyn_cast<CallExpr>(peelAll(Value));
      const FunctionDecl *Callee = Call ? Call->getDirectCallee() : nullptr;
      return Callee && !isa<CXXOperatorCallExpr>(Call) &&
             Origins.isOwn(Callee) && mayThrow(Callee) &&
             (looksAt(Call) || isGivenValue(Call));
    }
    return leavesWithout(S);
  }

  /// `require(user);`
  bool isGivenValue(const CallExpr *Call) const {
    return From.Key.empty() &&
           llvm::any_of(Call->arguments(), [this](const Expr *Argument) {
             const auto *Ref = dyn_cast<DeclRefExpr>(peelAll(Argument));
             return Ref && llvm::is_contained(From.Through, Ref->getDecl());
           });
  }

  /// Does a condition in \p S that speaks of the value leave?
  bool leavesWithout(const Stmt *S) const {
    if (!S || isa<LambdaExpr, DeclStmt, Expr>(S))
      return false;
    if (const auto *If = dyn_cast<IfStmt>(S);
        If && (leaves(If->getThen()) || leaves(If->getElse())) &&
        (asks(If->getCond()) || asks(If->getInit()) ||
         asks(If->getConditionVariableDeclStmt())))
      return true;
    if (const auto *Switch = dyn_cast<SwitchStmt>(S);
        Switch && leaves(Switch) && asks(Switch->getCond()))
      return true;
    return llvm::any_of(S->children(), [this](const Stmt *Child) {
      return leavesWithout(Child);
    });
  }

  /// Can a call whose result is dropped turn a request away?
  static bool mayThrow(const FunctionDecl *Callee) {
    const FunctionDecl *Definition = nullptr;
    if (Callee->isDefined(Definition) && Definition->getBody())
      return throws(Definition->getBody());
    static constexpr llvm::StringLiteral Words[] = {
        "validate", "check", "require", "ensure", "verify", "assert", "expect"};
    return Callee->getIdentifier() &&
           llvm::any_of(Words, [&](llvm::StringRef Word) {
             return Callee->getName().starts_with_insensitive(Word);
           });
  }

  static bool leaves(const Stmt *S) {
    if (!S || isa<LambdaExpr>(S))
      return false;
    if (const auto *Call = dyn_cast<CallExpr>(S);
        Call && Call->getDirectCallee() &&
        Call->getDirectCallee()->isNoReturn())
      return true;
    return isa<ReturnStmt, CoreturnStmt, ContinueStmt, BreakStmt, CXXThrowExpr,
               GotoStmt>(S) ||
           llvm::any_of(S->children(), leaves);
  }

  /// What a function of the project is given.
  enum class Given : uint8_t { Whole, Key, OtherKeys, Filled };

  /// What fills the document parses it.
  static bool mayFill(const FunctionDecl *Callee, const CallExpr *Call,
                      const Expr *Argument) {
    for (unsigned I = 0; I < Call->getNumArgs() && I < Callee->getNumParams();
         ++I) {
      QualType T = Callee->getParamDecl(I)->getType();
      if (Call->getArg(I) == Argument)
        return (T->isLValueReferenceType() || T->isPointerType()) &&
               !T->getPointeeType().isConstQualified();
    }
    return false;
  }

  static bool hasText(const Stmt *S) {
    return isa_and_nonnull<StringLiteral>(S) ||
           (S && !isa<CallExpr, LambdaExpr>(S) &&
            llvm::any_of(S->children(), hasText));
  }

  /// A call that isn't the read itself, with the key or the whole.
  bool looksAt(const CallExpr *Call) const {
    if (Call == From.Read)
      return false;
    const FunctionDecl *Callee = Call->getDirectCallee();
    // Other keys than this one may be all that it is about.
    bool OtherKeys = llvm::any_of(Call->arguments(), hasText);
    for (const Expr *Argument : Call->arguments())
      if (isKey(Argument))
        return mayLook(Callee, Given::Key);
    bool Any = false, Fills = false;
    for (const Expr *Argument : Call->arguments()) {
      bool Whole = isWhole(Argument);
      Any |= Whole;
      Fills |= Whole && mayFill(Callee, Call, Argument);
    }
    if (Any)
      return mayLook(Callee, Fills       ? Given::Filled
                             : OtherKeys ? Given::OtherKeys
                                         : Given::Whole);
    const auto *Member = dyn_cast<CXXMemberCallExpr>(Call);
    return Member && isWhole(Member->getImplicitObjectArgument()) &&
           mayLook(Call->getDirectCallee());
  }

  /// Does a function of the project's that is given the whole ask for it? One
  /// that isn't seen may.
  bool mayLook(const FunctionDecl *Callee, Given What = Given::Whole) const {
    const FunctionDecl *Definition = nullptr;
    if (!Callee->isDefined(Definition) || !Definition->getBody())
      return What != Given::Filled;
    return namesAnywhere(Definition->getBody()) ||
           ((What == Given::Whole || What == Given::Key) &&
            tests(Definition->getBody(), What == Given::Key));
  }

  /// Does it ask for a key that it was given, or for one after the other?
  bool tests(const Stmt *S, bool ForKey) const {
    if (!S)
      return false;
    const auto *Call = dyn_cast<CallExpr>(S);
    if (std::optional<CallView> View =
            Call ? CallView::of(Call) : std::optional<CallView>())
      for (const NamedEntry *Entry :
           Origins.unit().matcher().findAll(*View, Section::Reads)) {
        const ReadUse &Use = Entry->E->Read;
        const Expr *Key = View->argument(Use.Key);
        bool Keyed = Use.Kind == ReadKind::Test ||
                     (ForKey && Use.Kind == ReadKind::Field);
        if (Keyed && Key && !keyText(Key) && !isOfStandard(View->Function))
          return true;
      }
    return llvm::any_of(
        S->children(), [&](const Stmt *Child) { return tests(Child, ForKey); });
  }

  bool namesAnywhere(const Stmt *S) const {
    if (!S)
      return false;
    if (const auto *E = dyn_cast<Expr>(S); E && names(E))
      return true;
    return llvm::any_of(S->children(), [this](const Stmt *Child) {
      return namesAnywhere(Child);
    });
  }

  bool namesKey(const Expr *E) const {
    std::optional<std::string> Text = keyText(E);
    return Text && llvm::is_contained(Names, llvm::StringRef(*Text));
  }

  /// `"name"`, `{"name", "email"}`, and nothing that is read by it.
  bool isKey(const Stmt *S) const {
    if (const auto *Ref = dyn_cast_or_null<DeclRefExpr>(S))
      return names(Ref);
    if (const auto *Text = dyn_cast_or_null<StringLiteral>(S))
      return names(Text);
    return S && !isa<CallExpr, LambdaExpr>(S) &&
           llvm::any_of(S->children(),
                        [this](const Stmt *Child) { return isKey(Child); });
  }

  /// The document, or the object whose member it is.
  bool isWhole(const Expr *E) const {
    const auto *Ref = dyn_cast<DeclRefExpr>(peelAll(E));
    if (!Ref)
      return false;
    const auto *Var = dyn_cast<VarDecl>(Ref->getDecl());
    if (!Var)
      return false;
    if (From.Root == Var)
      return From.Member || From.What == ValueOrigin::Field;
    if (llvm::is_contained(From.Through, Var))
      return true;
    if (From.What != ValueOrigin::Field || isa<ParmVarDecl>(Var))
      return false;
    // `auto body = json::parse(...)`, read from later.
    ValueOrigin Whole = Origins.documentOf(Ref);
    return Whole && !Whole.Keyed;
  }

  /// The same call again, `if (req->getJsonObject()) *req->getJsonObject()`, or
  /// another question to the same object: `if (users.contains(id))`.
  bool asksAgain(const Expr *E) const {
    const auto *Call = dyn_cast<CallExpr>(E);
    const FunctionDecl *Callee = Call ? Call->getDirectCallee() : nullptr;
    if (!Callee)
      return false;
    const auto *Read = dyn_cast<CallExpr>(From.Read);
    if (!Read)
      return false;
    if (Callee == Read->getDirectCallee() || testsWhole(Call, Read))
      return true;
    const auto *Asked = dyn_cast<CXXMemberCallExpr>(Call);
    const auto *Used = dyn_cast<CXXMemberCallExpr>(Read);
    return Asked && Used && Callee->getIdentifier() &&
           llvm::is_contained({"contains", "count", "find", "exists", "has"},
                              Callee->getName()) &&
           rootOf(Asked->getImplicitObjectArgument()) &&
           rootOf(Asked->getImplicitObjectArgument()) ==
               rootOf(Used->getImplicitObjectArgument());
  }

  /// `if (json::accept(text)) body = json::parse(text);`
  bool testsWhole(const CallExpr *Call, const CallExpr *Read) const {
    std::optional<CallView> View = CallView::of(Call);
    const NamedEntry *Entry =
        View ? Origins.unit().matcher().find(*View, Section::Reads) : nullptr;
    // Of a text the standard only knows whether it is empty.
    if (!Entry || Entry->E->Read.Kind != ReadKind::Test ||
        Entry->E->Read.Key != NoArgument || isOfStandard(View->Function))
      return false;
    const Expr *Asked = readFrom(*View, Entry->E->Read);
    ValueOrigin Of = Asked ? Origins.documentOf(Asked) : ValueOrigin();
    return Of && !Of.Keyed && Of.Root == Origins.documentOf(Read).Root;
  }

  /// Does the expression itself speak of the value?
  bool names(const Expr *E) const {
    if (isa<StringLiteral>(E))
      return namesKey(E);
    if (const auto *Ref = dyn_cast<DeclRefExpr>(E)) {
      const auto *Var = dyn_cast<VarDecl>(Ref->getDecl());
      if (!Var)
        return false;
      // The value itself, not the whole that it is a member of.
      if (!From.Member && From.What != ValueOrigin::Object &&
          llvm::is_contained(From.Through, Var))
        return true;
      if (From.What == ValueOrigin::Parameter && !From.Member &&
          From.Root == Var)
        return true;
      // `bool sent = body.contains("name");`, `auto it = body.find("name");`
      bool New = Answers.try_emplace(Var, false).second;
      if (New)
        Answers[Var] = isAnswer(Var) && asks(Var->getInit());
      return Answers[Var];
    }
    if (From.What == ValueOrigin::Document && From.Read && E != From.Read &&
        asksAgain(E))
      return true;
    const auto *Member = dyn_cast<MemberExpr>(E);
    if (!Member)
      return false;
    if (From.Member && Member->getMemberDecl() == From.Member)
      return true;
    // `has_name()`, `hasName()`, `name_present`
    return From.Member && !Name.empty() &&
           Member->getMemberDecl()->getIdentifier() &&
           Member->getMemberDecl()->getName().contains_insensitive(Name);
  }

  /// A local that keeps what was asked.
  bool isAnswer(const VarDecl *Var) const {
    if (isa<ParmVarDecl>(Var) || !Var->hasLocalStorage() || !Var->getInit() ||
        Var->isCXXForRangeDecl())
      return Var->getType().isConstQualified() && Var->getInit();
    return !Origins.documentOf(Var->getInit()) ||
           !Var->getType().getNonReferenceType()->isRecordType() ||
           Origins.isOptional(Var->getType()) || isKeyTest(Var->getInit());
  }

  bool isKeyTest(const Expr *E) const {
    std::optional<CallView> View = CallView::of(peelAll(E));
    if (!View)
      return false;
    for (const NamedEntry *Entry :
         Origins.unit().matcher().findAll(*View, Section::Reads))
      if (Entry->E->Read.Kind == ReadKind::Test)
        return true;
    return false;
  }

  /// Does the code ask for the value?
  bool asks(const Stmt *S) const {
    if (!S)
      return false;
    if (const auto *E = dyn_cast<Expr>(S)) {
      if (Asks == Question::Content && asksForPresence(E))
        return false;
      if (names(E))
        return true;
      if (const auto *Call = dyn_cast<CallExpr>(E)) {
        const FunctionDecl *Callee = Call->getDirectCallee();
        if (Callee && Origins.isOwn(Callee) && looksAt(Call))
          return true;
        // `for (field : required) if (!body.contains(field)) return 400;`
        if (isOpenTest(Call))
          return true;
      }
    }
    return llvm::any_of(S->children(),
                        [this](const Stmt *Child) { return asks(Child); });
  }

  /// `text.empty()`, `text.size()`
  static bool asksForPresence(const Expr *E) {
    const auto *Call = dyn_cast<CXXMemberCallExpr>(E);
    const CXXMethodDecl *Method = Call ? Call->getMethodDecl() : nullptr;
    return Method && Method->getIdentifier() && isOfStandard(Method) &&
           llvm::is_contained({"empty", "size", "length", "has_value"},
                              Method->getName());
  }

  /// A test of a key that isn't known: it may be this one.
  bool isOpenTest(const CallExpr *Call) const {
    std::optional<CallView> View = CallView::of(Call);
    const NamedEntry *Entry =
        View ? Origins.unit().matcher().find(*View, Section::Reads) : nullptr;
    if (!Entry || Entry->E->Read.Kind != ReadKind::Test)
      return false;
    const Expr *Key = View->argument(Entry->E->Read.Key);
    const Expr *Asked = readFrom(*View, Entry->E->Read);
    return Key && !keyText(Key) && Asked && Origins.documentOf(Asked);
  }

  const ValueOrigin &From;
  const Values &Origins;
  const Question Asks;
  const std::string Name;
  llvm::SmallVector<llvm::StringRef, 4> Names;
  /// Does a variable keep what was asked?
  mutable llvm::DenseMap<const VarDecl *, bool> Answers;
};

} // namespace

bool isGuarded(const Stmt *At, const ValueOrigin &From, const Values &Origins,
               Question Asks) {
  GuardFinder Finder(From, Origins, Asks);
  return Finder.above(At);
}

} // namespace asynctidy
