//===-- Values.cpp - What of a request a value is made of -----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/web/Values.h"
#include "lib/web/Registration.h"
#include "clang/AST/StmtCXX.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallPtrSet.h"
#include "llvm/ADT/StringExtras.h"

using namespace clang;
using namespace asynctidy::catalog;
using llvm::StringRef;

namespace asynctidy {

namespace {

/// Code written by people doesn't nest deeper; what does isn't followed.
constexpr unsigned MaxDepth = 24;

const Expr *passedOn(const CallView &View) {
  return View.Receiver ? View.Receiver : View.argument(0);
}

/// Does nothing but the object or the first argument decide what the call
/// gives?
bool passesOn(const CallView &View) {
  if (isa<CXXConstructorDecl>(View.Function))
    return View.numWritten() == 1;
  llvm::ArrayRef<const Expr *> Others(View.Arguments.data(), View.numWritten());
  if (!View.Receiver && Others.empty())
    return false;
  return llvm::all_of(View.Receiver ? Others : Others.drop_front(), isConstant);
}

const StringLiteral *wideTextIn(const Stmt *S, unsigned Depth) {
  if (!S || Depth == 0)
    return nullptr;
  if (const auto *Text = dyn_cast<StringLiteral>(S))
    return Text->getCharByteWidth() > 1 ? Text : nullptr;
  for (const Stmt *Child : S->children())
    if (const StringLiteral *Text = wideTextIn(Child, Depth - 1))
      return Text;
  return nullptr;
}

bool mayThrow(const Stmt *S) {
  return S && (isa<CXXThrowExpr>(S) || llvm::any_of(S->children(), mayThrow));
}

bool isSmartPointerAccess(const CXXOperatorCallExpr *Call) {
  return Call->getOperator() == OO_Arrow ||
         (Call->getOperator() == OO_Star && Call->getNumArgs() == 1);
}

} // namespace

const Expr *peel(const Expr *E) {
  if (const auto *Cast = dyn_cast<CastExpr>(E)) {
    // A conversion function is a call.
    const Expr *Sub = Cast->getSubExpr();
    return Sub;
  }
  if (const auto *Full = dyn_cast<FullExpr>(E))
    return Full->getSubExpr();
  if (const auto *Paren = dyn_cast<ParenExpr>(E))
    return Paren->getSubExpr();
  if (const auto *Temporary = dyn_cast<MaterializeTemporaryExpr>(E))
    return Temporary->getSubExpr();
  if (const auto *Temporary = dyn_cast<CXXBindTemporaryExpr>(E))
    return Temporary->getSubExpr();
  if (const auto *Await = dyn_cast<CoawaitExpr>(E))
    return Await->getOperand();
  if (const auto *Await = dyn_cast<DependentCoawaitExpr>(E))
    return Await->getOperand();
  if (const auto *Op = dyn_cast<UnaryOperator>(E);
      Op && (Op->getOpcode() == UO_Deref || Op->getOpcode() == UO_AddrOf))
    return Op->getSubExpr();
  if (const auto *List = dyn_cast<InitListExpr>(E))
    return List->getNumInits() == 1 ? List->getInit(0) : nullptr;
  if (const auto *Construct = dyn_cast<CXXConstructExpr>(E))
    return Construct->getConstructor()->isCopyOrMoveConstructor() &&
                   Construct->getNumArgs() >= 1
               ? Construct->getArg(0)
               : nullptr;
  if (const auto *Operator = dyn_cast<CXXOperatorCallExpr>(E))
    return isSmartPointerAccess(Operator) ? Operator->getArg(0) : nullptr;
  if (const auto *Call = dyn_cast<CallExpr>(E)) {
    if (Call->getNumArgs() == 1 &&
        (Call->isCallToStdMove() ||
         (Call->getDirectCallee() &&
          Call->getDirectCallee()->getBuiltinID() == Builtin::BIforward)))
      return Call->getArg(0);
  }
  return nullptr;
}

const Expr *peelAll(const Expr *E) {
  while (const Expr *Inner = E ? peel(E) : nullptr)
    E = Inner;
  return E;
}

std::string firstWord(StringRef Name) {
  Name = Name.ltrim('_');
  // `co_update`, `asyncUpdate`
  for (StringRef Prefix : {"co_", "async_", "async"})
    if (Name.size() > Prefix.size() + 1 && Name.consume_front(Prefix))
      break;
  size_t End = 1;
  while (End < Name.size() && llvm::isLower(Name[End]))
    ++End;
  return Name.take_front(End).lower();
}

bool isConstant(const Expr *E) {
  E = E->IgnoreImplicit()->IgnoreParenCasts()->IgnoreImplicit();
  if (isa<StringLiteral, IntegerLiteral, FloatingLiteral, CharacterLiteral,
          CXXBoolLiteralExpr, CXXNullPtrLiteralExpr, GNUNullExpr,
          CXXScalarValueInitExpr, ImplicitValueInitExpr, CXXDefaultArgExpr,
          CXXDefaultInitExpr, UserDefinedLiteral>(E))
    return true;
  if (const auto *Op = dyn_cast<UnaryOperator>(E))
    return isConstant(Op->getSubExpr());
  if (const auto *Construct = dyn_cast<CXXConstructExpr>(E))
    return llvm::all_of(Construct->arguments(), isConstant);
  if (const auto *List = dyn_cast<InitListExpr>(E))
    return llvm::all_of(List->inits(), isConstant);
  if (const auto *Member = dyn_cast<MemberExpr>(E))
    return isConstant(Member->getBase());
  if (const auto *Ref = dyn_cast<DeclRefExpr>(E)) {
    const auto *Var = dyn_cast<VarDecl>(Ref->getDecl());
    return isa<EnumConstantDecl>(Ref->getDecl()) ||
           (Var && !isa<ParmVarDecl>(Var) &&
            Var->getType().isConstQualified() &&
            (Var->hasGlobalStorage() ||
             (Var->getInit() && isConstant(Var->getInit()))));
  }
  // `json::object()`
  const auto *Call = dyn_cast<CallExpr>(E);
  const auto *Method =
      Call ? dyn_cast_or_null<CXXMethodDecl>(Call->getDirectCallee()) : nullptr;
  return Method && Method->isStatic() && Call->getNumArgs() == 0;
}

const Expr *readFrom(const CallView &View, const ReadUse &Use) {
  if (Use.From != NoArgument)
    return View.argument(Use.From);
  return passedOn(View);
}

bool isIdentity(const FieldDecl *Field) {
  StringRef Name = Field->getName().rtrim('_');
  return Name.equals_insensitive("id") || Name.ends_with("_id") ||
         Name.ends_with("Id") || Name.ends_with("ID");
}

std::string memberName(const NamedDecl *Member) {
  StringRef Name = Member->getName().trim('_');
  if (isa<CXXMethodDecl>(Member)) {
    if (Name.size() > 3 && Name.starts_with("get") && !llvm::isLower(Name[3]))
      Name = Name.drop_front(3).ltrim('_');
    return (llvm::Twine(llvm::toLower(Name.front())) + Name.drop_front()).str();
  }
  return Name.str();
}

const CXXMethodDecl *presenceOf(const NamedDecl *Member) {
  const auto *Accessor = dyn_cast<CXXMethodDecl>(Member);
  if (!Accessor)
    return nullptr;
  std::string Name = memberName(Member);
  std::string Capital = Name;
  Capital.front() = llvm::toUpper(Capital.front());
  for (const CXXMethodDecl *Method : Accessor->getParent()->methods())
    if (Method->getIdentifier() && Method->getNumParams() == 0 &&
        (Method->getName() == "has_" + Name ||
         Method->getName() == "has" + Capital))
      return Method;
  return nullptr;
}

bool isOfStandard(const FunctionDecl *FD) {
  const auto *Method = dyn_cast<CXXMethodDecl>(FD);
  return Method ? Method->getParent()->isInStdNamespace()
                : FD->isInStdNamespace();
}

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
    Found.Any |= Keyed;
    bool Asks = Use.Kind == ReadKind::Test && Use.Key != NoArgument;
    const Expr *Standing = View->argument(Use.Default);
    Found.Asks |= Asks;
    Found.Keeps |= Standing && namesParameter(Standing);
    Found.Defaults |= (Keyed && !isSettled(Use.Absent) && !Settled) || Asks;
    Settled |= Use.Kind == ReadKind::Value && Use.Absent == Absence::Throws;
  }
  // `return User(body);`
  const FunctionDecl *Definition = nullptr;
  if (View && !Entry && Depth < MaxReaders && View->numWritten() > 0 &&
      ownClass(E->getType(), Unit.context()) &&
      isOwn(View->Function, Unit.context()) &&
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

std::optional<std::string> keyText(const Expr *E) {
  if (std::optional<StringRef> Text = textIn(E))
    return Text->str();
  // `u"name"`, of ASCII alone
  const auto *Wide = wideTextIn(E, MaxDepth);
  if (!Wide)
    return std::nullopt;
  std::string Text;
  for (unsigned I = 0; I < Wide->getLength(); ++I) {
    uint32_t Unit = Wide->getCodeUnit(I);
    if (Unit == 0 || Unit > 0x7f)
      return std::nullopt;
    Text.push_back(static_cast<char>(Unit));
  }
  return Text;
}

bool isOwn(const Decl *D, const ASTContext &Ctx) {
  const SourceManager &SM = Ctx.getSourceManager();
  SourceLocation Loc = SM.getExpansionLoc(D->getLocation());
  if (const auto *FD = dyn_cast<FunctionDecl>(D); FD && FD->getBuiltinID())
    return false;
  return Loc.isValid() && !SM.isInSystemHeader(Loc);
}

/// Has it, or a base at any depth, an `operator->`?
static bool hasArrow(const CXXRecordDecl *RD) {
  RD = RD ? RD->getDefinition() : nullptr;
  if (!RD)
    return false;
  return llvm::any_of(RD->methods(),
                      [](const CXXMethodDecl *M) {
                        return M->getOverloadedOperator() == OO_Arrow;
                      }) ||
         llvm::any_of(RD->bases(), [](const CXXBaseSpecifier &Base) {
           return hasArrow(Base.getType()->getAsCXXRecordDecl());
         });
}

const CXXRecordDecl *ownClass(QualType T, const ASTContext &Ctx) {
  T = T.getNonReferenceType();
  if (T->isPointerType())
    T = T->getPointeeType();
  const CXXRecordDecl *RD = T->getAsCXXRecordDecl();
  if (!RD || RD->isLambda())
    return nullptr;
  if (isOwn(RD, Ctx))
    return isa<ClassTemplateSpecializationDecl>(RD) && RD->isInStdNamespace()
               ? nullptr
               : RD;
  // Smart pointers, optionals and the wrappers of libraries hold one thing.
  const auto *Wrapper =
      dyn_cast_or_null<ClassTemplateSpecializationDecl>(RD->getDefinition());
  if (!Wrapper || Wrapper->getTemplateArgs().size() == 0 ||
      Wrapper->getTemplateArgs()[0].getKind() != TemplateArgument::Type)
    return nullptr;
  bool Accesses = hasArrow(Wrapper);
  const CXXRecordDecl *Held =
      Wrapper->getTemplateArgs()[0].getAsType()->getAsCXXRecordDecl();
  return Accesses && Held && isOwn(Held, Ctx) && !Held->isLambda() ? Held
                                                                   : nullptr;
}

bool Values::isOptional(QualType T) const {
  T = T.getNonReferenceType();
  if (T->isPointerType())
    return true;
  const NamedEntry *Entry = Unit.matcher().findType(T, Section::Reads);
  if (!Entry || Entry->E->Read.Kind != ReadKind::Optional)
    return false;
  // A container of optionals isn't one itself.
  const CXXRecordDecl *RD = T->getAsCXXRecordDecl();
  return RD && Unit.matcher().findType(RD, Section::Reads);
}

bool Values::isDocument(QualType T) const {
  const CXXRecordDecl *RD = T.getNonReferenceType()->getAsCXXRecordDecl();
  RD = RD ? RD->getDefinition() : nullptr;
  if (!RD || isOwn(RD))
    return false;
  for (const CXXMethodDecl *Method : RD->methods()) {
    if (Method->getOverloadedOperator() != OO_Subscript)
      continue;
    CallView View;
    View.Callee = View.Function = Method;
    for (const NamedEntry *Entry : Unit.matcher().findAll(View, Section::Reads))
      if (Entry->E->Read.Kind == ReadKind::Field)
        return true;
  }
  return false;
}

const NamedEntry *Values::readEntry(const CallView &View) const {
  return Unit.matcher().find(View, Section::Reads);
}

ValueOrigin Values::trace(const Expr *E, unsigned Depth) const {
  if (!E || Depth > MaxDepth)
    return {};
  // What is asked meanwhile of a value that goes round in a circle is unknown.
  auto [It, New] = Traced.try_emplace(E);
  if (!New)
    return It->second;
  ValueOrigin Origin = traceAnew(E, Depth);
  return Traced[E] = std::move(Origin);
}

ValueOrigin Values::traceAnew(const Expr *E, unsigned Depth) const {
  if (const auto *Choice = dyn_cast<ConditionalOperator>(E))
    return ofChoice(Choice, Depth + 1);
  if (const auto *And = dyn_cast<BinaryOperator>(E);
      And && And->getOpcode() == BO_LAnd) {
    // `sent && value`
    ValueOrigin Origin = trace(And->getRHS(), Depth + 1);
    if (Origin.What != ValueOrigin::Field)
      return {};
    Origin.Absent = Absence::False;
    Origin.Default = nullptr;
    return Origin;
  }
  if (const auto *Ref = dyn_cast<DeclRefExpr>(E)) {
    const auto *Var = dyn_cast<VarDecl>(Ref->getDecl());
    return Var ? ofVariable(Var, Depth + 1) : ValueOrigin();
  }
  if (const auto *Member = dyn_cast<MemberExpr>(E))
    return ofMember(Member, Depth + 1);
  // Before it is taken off: `*optional` is an operator of a class.
  if (std::optional<CallView> View = CallView::of(E))
    if (const NamedEntry *Entry = readEntry(*View))
      return ofRead(*View, E, *Entry, Depth + 1);
  if (const Expr *Inner = peel(E))
    return trace(Inner, Depth + 1);
  return ofCall(E, Depth + 1);
}

ValueOrigin Values::ofCall(const Expr *E, unsigned Depth) const {
  std::optional<CallView> View = CallView::of(E);
  if (!View)
    return {};
  if (isOwn(View->Function))
    return ofOwnCall(*View, E, Depth);
  if (isa<CXXConversionDecl>(View->Function) && !isOfStandard(View->Function))
    return ofConversion(*View, E, Depth);
  // `std::string(text)`, `text.c_str()`, `text.substr(0, 80)`
  if (!passesOn(*View))
    return {};
  if (const auto *Construct = dyn_cast<CXXConstructExpr>(E);
      Construct && Construct->getNumArgs() == 0)
    return {};
  const Expr *Inner = passedOn(*View);
  if (!Inner)
    return {};
  ValueOrigin Origin = trace(Inner, Depth);
  // What else a library makes of a document isn't the document.
  if (Origin.What != ValueOrigin::Field && !Origin.Member)
    return {};
  if (!E->getType()->isBooleanType())
    return Origin;
  // `text == "true"` is false for nothing; other questions aren't the value.
  if (View->Function->getOverloadedOperator() != OO_EqualEqual)
    return {};
  Origin.Absent = Absence::False;
  Origin.Default = nullptr;
  return Origin;
}

/// `ticket = body`: what the library converts a document to, it reads as with
/// the function that has a name.
ValueOrigin Values::ofConversion(const CallView &View, const Expr *E,
                                 unsigned Depth) const {
  const CXXRecordDecl *Class = ownClass(E->getType());
  if (!Class && !isDocument(View.Receiver->getType())) {
    // A text of the library's own.
    ValueOrigin Origin = trace(View.Receiver, Depth);
    return Origin.What == ValueOrigin::Field ? Origin : ValueOrigin();
  }
  ValueOrigin Source = Class ? document(View.Receiver, Depth) : ValueOrigin();
  if (!Source)
    return {};
  const Catalog &Known = Unit.matcher().catalog();
  for (const Pack *P : Known.packs())
    for (const Entry &Reading : P->Entries)
      if (Reading.Kind == Section::Reads && !Reading.Read.Reader.empty())
        for (StringRef Name : Reading.Names)
          for (const NamedEntry &Entry :
               Known.functionsNamed(splitName(Name).second))
            if (Entry.E == &Reading &&
                Unit.matcher().isOrDerivesFrom(View.Receiver->getType(),
                                               Entry.Scope))
              return object(Class, E, &Entry,
                            readerOf(Class, Reading.Read.Reader), Source);
  return {};
}

ValueOrigin Values::object(const CXXRecordDecl *Class, const Expr *E,
                           const NamedEntry *Entry, const FunctionDecl *Reader,
                           const ValueOrigin &Source) const {
  ValueOrigin Origin;
  // One that insists on every field has none left out.
  const FunctionDecl *Definition = nullptr;
  if (Reader && Reader->isDefined(Definition)) {
    if (!readsWithDefaults(Definition, Unit))
      return Origin;
    Origin.Insists = setsDefaults(Definition, Unit);
    Reader = nullptr;
  }
  Origin.Reader = Reader;
  Origin.What = ValueOrigin::Object;
  Origin.Root = Source.Root;
  Origin.Class = Class;
  Origin.Read = E;
  Origin.Entry = Entry;
  return Origin;
}

ValueOrigin Values::ofRead(const CallView &View, const Expr *E,
                           const NamedEntry &Entry, unsigned Depth) const {
  const ReadUse &Use = Entry.E->Read;
  const Expr *From = readFrom(View, Use);
  const Expr *Standing = View.argument(Use.Default);
  switch (Use.Kind) {
  case ReadKind::Body:
  case ReadKind::Document:
    return documentOfCall(E, Depth);
  case ReadKind::Field:
  case ReadKind::Parameter: {
    const Expr *Key = View.argument(Use.Key);
    std::optional<std::string> Text = Key ? keyText(Key) : std::nullopt;
    if (!Text || !From || Use.Into != NoArgument ||
        (Standing && !isConstant(Standing)))
      return {}; // the current value, perhaps
    ValueOrigin Source = document(From, Depth);
    // A query or a form is the request's, whoever that belongs to.
    if (!Source && (Use.Kind != ReadKind::Parameter || !View.Receiver ||
                    From != View.Receiver))
      return {};
    ValueOrigin Origin;
    Origin.What = ValueOrigin::Field;
    Origin.Root = Source.Root;
    Origin.Key = *Text;
    Origin.Absent = Standing ? Absence::Unsaid : Use.Absent;
    Origin.Default = Standing;
    Origin.Read = E;
    Origin.Entry = &Entry;
    return Origin;
  }
  case ReadKind::Value: {
    if (!From)
      return {};
    if (const CXXRecordDecl *Class = ownClass(E->getType()))
      if (ValueOrigin Source = document(From, Depth)) {
        return object(Class, E, &Entry, readerOf(Class, Use.Reader), Source);
      }
    ValueOrigin Origin = trace(From, Depth);
    if (!Origin.mayBeAbsent() && Origin.What != ValueOrigin::Parameter)
      return {};
    if (Standing && !isConstant(Standing))
      return {};
    // A key that throws, or a default of its own, is settled already.
    bool Open =
        Origin.Absent == Absence::Null || Origin.Absent == Absence::Empty;
    if (!Open)
      return Origin;
    if (Standing) {
      Origin.Absent = Absence::Unsaid;
      Origin.Default = Standing;
    } else if (Use.Absent != Absence::Unsaid) {
      Origin.Absent = Use.Absent;
    }
    return Origin;
  }
  case ReadKind::Object: {
    if (Use.Into != NoArgument)
      return {};
    const CXXRecordDecl *Class = ownClass(E->getType());
    ValueOrigin Source = From ? document(From, Depth) : ValueOrigin();
    return Class && Source
               ? object(Class, E, &Entry, readerOf(Class, Use.Reader), Source)
               : ValueOrigin();
  }
  case ReadKind::Test: {
    // `auto it = body.find("name")` has it, where it is there.
    const Expr *Key = View.argument(Use.Key);
    std::optional<std::string> Text = Key ? keyText(Key) : std::nullopt;
    QualType T = E->getType();
    ValueOrigin Source = Text && From && !T->isArithmeticType()
                             ? document(From, Depth)
                             : ValueOrigin();
    if (!Source)
      return {};
    ValueOrigin Origin;
    Origin.What = ValueOrigin::Field;
    Origin.Root = Source.Root;
    Origin.Key = *Text;
    Origin.Absent = Absence::Undefined;
    Origin.Read = E;
    Origin.Entry = &Entry;
    return Origin;
  }
  default:
    return {};
  }
}

/// Does a function of this name make one object of another?
bool convertsByName(const NamedDecl *Function) {
  static constexpr llvm::StringLiteral Words[] = {
      "map", "convert", "to", "from", "transform", "make", "as", "translate"};
  return Function->getIdentifier() &&
         llvm::is_contained(Words, firstWord(Function->getName()));
}

/// A function or constructor of the project that is given a document makes an
/// object of it.
ValueOrigin Values::ofOwnCall(const CallView &View, const Expr *E,
                              unsigned Depth) const {
  QualType T = E->getType();
  const CXXRecordDecl *Class = ownClass(T);
  if (ValueOrigin Field = ofAccessor(View, Depth))
    return Field;
  if (ValueOrigin Field = ofOwnField(View, E, Depth))
    return Field;
  if (!Class)
    return ofOwnText(View, E, Depth);
  for (unsigned I = 0; I < View.numWritten(); ++I) {
    const Expr *Argument = View.Arguments[I];
    // `map(dto)` makes one object of another.
    if (convertsByName(View.Callee) && ownClass(Argument->getType())) {
      ValueOrigin Same = trace(Argument, Depth);
      if (!Same.Member && (Same.What == ValueOrigin::Object ||
                           Same.What == ValueOrigin::Parameter))
        return Same;
    }
    if (ValueOrigin Source = wholeDocument(Argument, Depth))
      return object(Class, E, nullptr, View.Function, Source);
  }
  return {};
}

/// `sent.name()`, `dto.getName()`
ValueOrigin Values::ofAccessor(const CallView &View, unsigned Depth) const {
  const auto *Method = dyn_cast<CXXMethodDecl>(View.Function);
  if (!Method || !View.Receiver || !Method->isConst() ||
      !Method->getIdentifier() || Method->getNumParams() != 0 ||
      Method->getReturnType()->isVoidType() ||
      isa<CXXThisExpr>(peelAll(View.Receiver)) ||
      StringRef(Method->getName()).starts_with("has"))
    return {};
  ValueOrigin Origin = trace(View.Receiver, Depth);
  if (Origin.Member || (Origin.What != ValueOrigin::Object &&
                        Origin.What != ValueOrigin::Parameter))
    return {};
  Origin.Member = Method;
  Origin.Absent =
      isOptional(Method->getReturnType()) ? Absence::Null : Absence::Unsaid;
  return Origin;
}

/// `string_of(body, "name", "")`: reads the key that it is given.
ValueOrigin Values::ofOwnField(const CallView &View, const Expr *E,
                               unsigned Depth) const {
  const FunctionDecl *Definition = nullptr;
  if (!View.Function->isDefined(Definition) || !Definition->getBody())
    return {};
  ValueOrigin Source;
  const Expr *Key = nullptr, *Standing = nullptr;
  for (unsigned I = 0; I < View.numWritten(); ++I) {
    const Expr *Argument = View.Arguments[I];
    if (!Source && (Source = wholeDocument(Argument, Depth)))
      continue;
    if (!Key && I < Definition->getNumParams() && keyText(Argument) &&
        isKeyOf(Definition->getParamDecl(I), Definition->getBody()))
      Key = Argument;
    else if (Standing)
      return {};
    else
      Standing = Argument;
  }
  if (!Source || !Key || (Standing && !isConstant(Standing)) ||
      (!Standing && mayThrow(Definition->getBody())) ||
      !readsWithDefaults(Definition, Unit))
    return {};
  QualType T = E->getType();
  ValueOrigin Origin;
  Origin.What = ValueOrigin::Field;
  Origin.Root = Source.Root;
  Origin.Key = *keyText(Key);
  Origin.Read = E;
  Origin.Default = Standing;
  if (!Standing)
    Origin.Absent = isOptional(T)           ? Absence::Null
                    : T->isBooleanType()    ? Absence::False
                    : T->isArithmeticType() ? Absence::Zero
                                            : Absence::Empty;
  return Origin;
}

/// Does the code read by the key that \p Parameter is?
bool Values::isKeyOf(const ParmVarDecl *Parameter, const Stmt *S) const {
  if (!S)
    return false;
  const auto *E = dyn_cast<Expr>(S);
  std::optional<CallView> View =
      E ? CallView::of(E) : std::optional<CallView>();
  if (const NamedEntry *Entry = View ? readEntry(*View) : nullptr) {
    const Expr *Key = View->argument(Entry->E->Read.Key);
    const auto *Ref = Key ? dyn_cast<DeclRefExpr>(peelAll(Key)) : nullptr;
    // A text that is made of it.
    if (const auto *Made =
            Key ? dyn_cast<CXXConstructExpr>(peelAll(Key)) : nullptr;
        Made && Made->getNumArgs() > 0)
      Ref = dyn_cast<DeclRefExpr>(peelAll(Made->getArg(0)));
    if (Ref && Ref->getDecl() == Parameter)
      return true;
  }
  return llvm::any_of(S->children(), [&](const Stmt *Child) {
    return isKeyOf(Parameter, Child);
  });
}

/// `trim(body.value("name", ""))`: a single value in, a single value out.
ValueOrigin Values::ofOwnText(const CallView &View, const Expr *E,
                              unsigned Depth) const {
  const Expr *Inner =
      passesOn(View) && !View.Receiver ? View.argument(0) : nullptr;
  QualType T = E->getType();
  const CXXRecordDecl *RD = T->getAsCXXRecordDecl();
  bool IsSingle = T->isArithmeticType() || (RD && RD->isInStdNamespace());
  if (!Inner || !IsSingle || isOptional(T))
    return {};
  // It may insist on a value.
  const FunctionDecl *Definition = nullptr;
  if (View.Function->isDefined(Definition) && mayThrow(Definition->getBody()))
    return {};
  ValueOrigin Origin = trace(Inner, Depth);
  return Origin.What == ValueOrigin::Field || Origin.Member ? Origin
                                                            : ValueOrigin();
}

/// A document or request as a whole; a text only when it is the body.
ValueOrigin Values::wholeDocument(const Expr *E, unsigned Depth) const {
  QualType T = peelAll(E)->getType();
  const CXXRecordDecl *RD = T->getAsCXXRecordDecl();
  // A handler's own text is most often an id.
  const auto *Ref = dyn_cast<DeclRefExpr>(peelAll(E));
  if (RD && Ref && isa<ParmVarDecl>(Ref->getDecl()) &&
      (RD->isInStdNamespace() || isOptional(T)))
    return {};
  ValueOrigin Source = RD ? document(E, Depth) : ValueOrigin();
  return Source && Source.Keyed && RD->isInStdNamespace() ? ValueOrigin()
                                                          : Source;
}

/// `sent ? value : ""`
ValueOrigin Values::ofChoice(const ConditionalOperator *Choice,
                             unsigned Depth) const {
  for (auto [Branch, Else] :
       {std::pair(Choice->getTrueExpr(), Choice->getFalseExpr()),
        std::pair(Choice->getFalseExpr(), Choice->getTrueExpr())}) {
    if (!isConstant(Else))
      continue;
    ValueOrigin Origin = trace(Branch, Depth);
    if (!Origin.mayBeAbsent())
      continue;
    Origin.Absent = Absence::Unsaid;
    Origin.Default = Else;
    Origin.Chosen = true;
    return Origin;
  }
  return {};
}

const FunctionDecl *Values::readerOf(const CXXRecordDecl *Class,
                                     StringRef Name) const {
  if (Name.empty() || !Class->hasDefinition())
    return nullptr;
  const FunctionDecl *Found = nullptr;
  auto Consider = [&](const Decl *D) {
    const auto *FD = dyn_cast_or_null<FunctionDecl>(D);
    if (!FD || !FD->getIdentifier() || FD->getName() != Name)
      return;
    // It returns the object, or fills it.
    bool Makes = FD->getReturnType()->getAsCXXRecordDecl() == Class;
    for (const ParmVarDecl *Parameter : FD->parameters()) {
      QualType T = Parameter->getType();
      Makes |= T->isLValueReferenceType() &&
               !T.getNonReferenceType().isConstQualified() &&
               T.getNonReferenceType()->getAsCXXRecordDecl() == Class;
    }
    if (Makes)
      Found = FD;
  };
  for (const FriendDecl *Friend : Class->friends())
    Consider(Friend->getFriendDecl());
  for (const NamedDecl *D :
       Class->getDeclContext()->lookup(&Unit.context().Idents.get(Name)))
    Consider(D);
  return Found;
}

ValueOrigin Values::ofVariable(const VarDecl *Var, unsigned Depth) const {
  auto [It, New] = Variables.try_emplace(Var);
  if (!New)
    return It->second;
  ValueOrigin Origin = ofVariableAnew(Var, Depth);
  return Variables[Var] = std::move(Origin);
}

ValueOrigin Values::ofVariableAnew(const VarDecl *Var, unsigned Depth) const {
  if (const auto *Parameter = dyn_cast<ParmVarDecl>(Var)) {
    if (ValueOrigin Given = ofContinuation(Parameter, Depth))
      return Given;
    ValueOrigin Origin;
    Origin.What = ValueOrigin::Parameter;
    Origin.Root = Parameter;
    return Origin;
  }
  if (!Var->isLocalVarDecl() || Var->isStaticLocal() ||
      Var->isCXXForRangeDecl() || isa<DecompositionDecl>(Var))
    return {};
  const Expr *Init = Var->getInit();
  const auto *Construct =
      dyn_cast_or_null<CXXConstructExpr>(Init ? Init->IgnoreImplicit() : Init);
  if (!Init || isConstant(Init) || (Construct && Construct->getNumArgs() == 0))
    return ofFilled(Var, Depth);
  // A variable that gets other values too isn't followed.
  for (const DeclRefExpr *Use : Around.usesOf(Var)) {
    const Stmt *P = Around.parent(Use);
    const auto *Assign = dyn_cast_or_null<BinaryOperator>(P);
    const auto *Operator = dyn_cast_or_null<CXXOperatorCallExpr>(P);
    if ((Assign && Assign->isAssignmentOp() && Assign->getLHS() == Use) ||
        (Operator && Operator->isAssignmentOp() &&
         Operator->getArg(0)->IgnoreImplicit() == Use))
      return {};
  }
  ValueOrigin Origin = trace(Init, Depth);
  Origin.Through.push_back(Var);
  return Origin;
}

/// `request.extract_json().then([](json body) { ... })`
ValueOrigin Values::ofContinuation(const ParmVarDecl *Parameter,
                                   unsigned Depth) const {
  const auto *By = dyn_cast<FunctionDecl>(Parameter->getDeclContext());
  auto It = Lambdas.find(By);
  if (It == Lambdas.end())
    return {};
  const Stmt *P = Around.parent(It->second);
  while (isa_and_nonnull<CastExpr, FullExpr, MaterializeTemporaryExpr,
                         CXXBindTemporaryExpr, CXXConstructExpr>(P))
    P = Around.parent(P);
  const auto *Call = dyn_cast_or_null<CXXMemberCallExpr>(P);
  if (!Call || (Call->getMethodDecl() && isOwn(Call->getMethodDecl())) ||
      !readsRequest(Call->getImplicitObjectArgument()))
    return {};
  ValueOrigin Origin = document(Call->getImplicitObjectArgument(), Depth + 1);
  Origin.What = Origin ? ValueOrigin::Document : ValueOrigin::Other;
  return Origin;
}

/// Is it a call that reads the body, or waits for one?
bool Values::readsRequest(const Expr *E) const {
  for (E = E ? peelAll(E) : nullptr; E; E = peelAll(E)) {
    std::optional<CallView> View = CallView::of(E);
    if (!View)
      return false;
    const NamedEntry *Entry = readEntry(*View);
    if (Entry && (Entry->E->Read.Kind == ReadKind::Body ||
                  Entry->E->Read.Kind == ReadKind::Document))
      return true;
    E = View->Receiver;
    if (!E)
      return false;
  }
  return false;
}

/// Is \p Use given to a parameter that a function may fill?
static bool fills(const CallView &View, const Expr *Use) {
  for (unsigned I = 0; I < View.numWritten(); ++I) {
    if (peelAll(View.Arguments[I]) != Use || I >= View.Function->getNumParams())
      continue;
    QualType T = View.Function->getParamDecl(I)->getType();
    return (T->isLValueReferenceType() || T->isPointerType()) &&
           !T->getPointeeType().isConstQualified();
  }
  return false;
}

/// A variable that is declared empty and filled later, in one place.
ValueOrigin Values::ofFilled(const VarDecl *Var, unsigned Depth) const {
  ValueOrigin Only;
  unsigned Fillings = 0;
  for (const DeclRefExpr *Use : Around.usesOf(Var)) {
    // Casts and `&` stand between the name and what takes it.
    const Stmt *P = Around.parent(Use);
    const Stmt *Child = Use;
    while (isa_and_nonnull<CastExpr, ParenExpr, UnaryOperator>(P)) {
      Child = P;
      P = Around.parent(P);
    }
    if (const auto *Access = dyn_cast_or_null<MemberExpr>(P)) {
      Child = Access;
      P = Around.parent(P);
    }
    const auto *Assign = dyn_cast_or_null<BinaryOperator>(P);
    const auto *Operator = dyn_cast_or_null<CXXOperatorCallExpr>(P);
    const Expr *Value = nullptr;
    if (Assign && Assign->getOpcode() == BO_Assign && Assign->getLHS() == Child)
      Value = Assign->getRHS();
    else if (Operator && Operator->getOperator() == OO_Equal &&
             Operator->getArg(0) == Child)
      Value = Operator->getArg(1);
    if (Value) {
      ++Fillings;
      Only = trace(Value, Depth);
      if (!Only.mayBeAbsent())
        continue;
      asDeclared(Only, Var);
      continue;
    }
    const auto *Call = dyn_cast_or_null<Expr>(P);
    std::optional<CallView> View =
        Call ? CallView::of(Call) : std::optional<CallView>();
    const NamedEntry *Entry = View ? readEntry(*View) : nullptr;
    if (!Entry && View && isOwn(View->Function) && fills(*View, Use)) {
      // `parse(request.body, document)`
      for (const Expr *Argument :
           llvm::ArrayRef(View->Arguments.data(), View->numWritten()))
        if (peelAll(Argument) != Use)
          if (ValueOrigin Source = wholeDocument(Argument, Depth)) {
            Only = Source;
            ++Fillings;
          }
      continue;
    }
    if (!Entry)
      continue;
    const ReadUse &Use2 = Entry->E->Read;
    bool Into =
        View->argument(Use2.Into) && peelAll(View->argument(Use2.Into)) == Use;
    // `document.Parse(text)`
    bool Itself = Use2.Kind == ReadKind::Document && View->Receiver &&
                  peelAll(View->Receiver) == Use && Use2.From != NoArgument &&
                  Use2.From != ReceiverArgument;
    const Expr *From = readFrom(*View, Use2);
    if (!(Into || Itself) || !From)
      continue;
    ++Fillings;
    if (Use2.Kind == ReadKind::Document) {
      Only = document(From, Depth);
      Only.What = Only ? ValueOrigin::Document : ValueOrigin::Other;
    } else if (Use2.Kind == ReadKind::Object || Use2.Kind == ReadKind::Value) {
      ValueOrigin Source = document(From, Depth);
      const CXXRecordDecl *Class = ownClass(Var->getType());
      Only = Source && Class ? object(Class, Call, Entry,
                                      readerOf(Class, Use2.Reader), Source)
                             : ValueOrigin();
      if (!Only && Use2.Kind == ReadKind::Value && !Class) {
        // A document, or a single value that stays as it was declared.
        Only = isDocument(Var->getType()) ? Source : trace(From, Depth);
        if (Only.mayBeAbsent())
          asDeclared(Only, Var);
      }
    } else {
      Only = {};
    }
  }
  if (Fillings != 1)
    return {};
  Only.Through.push_back(Var);
  return Only;
}

/// Where it isn't filled, it is as it was declared.
void Values::asDeclared(ValueOrigin &Origin, const VarDecl *Var) const {
  const Expr *Init = Var->getInit();
  QualType T = Var->getType();
  const auto *Construct = dyn_cast_or_null<CXXConstructExpr>(
      Init ? Init->IgnoreImplicit() : nullptr);
  bool Said =
      Init && !isOptional(T) && (!Construct || Construct->getNumArgs() > 0);
  Origin.Default = Said ? Init : nullptr;
  Origin.Absent = Said                    ? Absence::Unsaid
                  : isOptional(T)         ? Absence::Null
                  : T->isBooleanType()    ? Absence::False
                  : T->isArithmeticType() ? Absence::Zero
                                          : Absence::Empty;
}

ValueOrigin Values::filledBy(const CallView &View, const Expr *E,
                             const NamedEntry &Entry) const {
  const ReadUse &Use = Entry.E->Read;
  const Expr *Into = View.argument(Use.Into), *From = readFrom(View, Use);
  const CXXRecordDecl *Class = Into ? ownClass(Into->getType()) : nullptr;
  bool Whole = Use.Kind == ReadKind::Object || Use.Kind == ReadKind::Value;
  ValueOrigin Source =
      Class && Whole && From ? documentOf(From) : ValueOrigin();
  return Source ? object(Class, E, &Entry, readerOf(Class, Use.Reader), Source)
                : ValueOrigin();
}

ValueOrigin Values::ofMember(const MemberExpr *Member, unsigned Depth) const {
  const auto *Field = dyn_cast<FieldDecl>(Member->getMemberDecl());
  if (!Field || isa<CXXThisExpr>(peelAll(Member->getBase())))
    return {};
  ValueOrigin Origin = trace(Member->getBase(), Depth);
  // `it->second`, `found->value`
  if (!isOwn(Field->getParent()))
    return Origin.What == ValueOrigin::Field ? Origin : ValueOrigin();
  if (Origin.What != ValueOrigin::Object &&
      Origin.What != ValueOrigin::Parameter)
    return {};
  // `dto.address.street`: the address says whether it was sent.
  if (!Origin.Member) {
    Origin.Member = Field;
    Origin.Absent =
        isOptional(Field->getType()) ? Absence::Null : Absence::Unsaid;
  }
  return Origin;
}

ValueOrigin Values::document(const Expr *E, unsigned Depth) const {
  if (!E || Depth > MaxDepth)
    return {};
  auto [It, New] = Documents.try_emplace(E);
  if (!New)
    return It->second;
  ValueOrigin Origin = documentAnew(E, Depth);
  return Documents[E] = std::move(Origin);
}

ValueOrigin Values::documentAnew(const Expr *E, unsigned Depth) const {
  ValueOrigin Origin;
  if (const auto *Ref = dyn_cast<DeclRefExpr>(E)) {
    const auto *Var = dyn_cast<VarDecl>(Ref->getDecl());
    if (!Var)
      return {};
    Origin = ofVariable(Var, Depth + 1);
    // `auto body = parse_body(request);`
    if (!Origin && Var->hasLocalStorage() && Var->getInit() &&
        !isa<ParmVarDecl, DecompositionDecl>(Var) && !Var->isCXXForRangeDecl())
      return document(Var->getInit(), Depth + 1);
  } else if (const auto *Member = dyn_cast<MemberExpr>(E)) {
    // `request.body`
    if (isa<CXXThisExpr>(peelAll(Member->getBase())))
      return {};
    Origin = document(Member->getBase(), Depth + 1);
    Origin.Keyed |= !isBody(Member);
  } else {
    // Before it is taken off: `*optional` is an operator of a class.
    std::optional<CallView> View = CallView::of(E);
    const Expr *Inner = View && readEntry(*View) ? nullptr : peel(E);
    return Inner ? document(Inner, Depth + 1) : documentOfCall(E, Depth + 1);
  }
  switch (Origin.What) {
  case ValueOrigin::Parameter:
    Origin.What = ValueOrigin::Document;
    Origin.Keyed |= Origin.Member != nullptr;
    Origin.Member = nullptr;
    return Origin;
  case ValueOrigin::Document:
    return Origin;
  case ValueOrigin::Field: // `body["address"]`, kept in a variable
    Origin.What = ValueOrigin::Document;
    Origin.Keyed = true;
    return Origin;
  default:
    return {};
  }
}

ValueOrigin Values::documentOfCall(const Expr *E, unsigned Depth) const {
  std::optional<CallView> View = CallView::of(E);
  if (!View)
    return {};
  if (const NamedEntry *Entry = readEntry(*View)) {
    const ReadUse &Use = Entry->E->Read;
    const Expr *From = readFrom(*View, Use);
    ValueOrigin Source = From ? document(From, Depth) : ValueOrigin();
    Source.Keyed |=
        Use.Kind == ReadKind::Field || Use.Kind == ReadKind::Parameter;
    if (Source)
      return Source;
    // The request itself has it, whoever that belongs to.
    bool OfRequest = Use.Kind == ReadKind::Body ||
                     (Use.Kind == ReadKind::Document && View->Receiver &&
                      From == View->Receiver);
    if (OfRequest)
      Source.What = ValueOrigin::Document;
    return Source;
  }
  // `request.body()`, `find_member(body)`
  if (View->Receiver)
    if (ValueOrigin Source = document(View->Receiver, Depth))
      return View->numWritten() == 0 ? Source : ValueOrigin();
  if (isa<CXXConstructExpr>(E) && View->numWritten() != 1)
    return {};
  for (unsigned I = 0; I < View->numWritten(); ++I)
    if (ValueOrigin Source = wholeDocument(View->Arguments[I], Depth))
      return Source;
  return {};
}

bool Values::isBody(const MemberExpr *Member) const {
  const auto *Field = dyn_cast<FieldDecl>(Member->getMemberDecl());
  if (!Field || !Field->getIdentifier())
    return false;
  if (isOwn(Field->getParent()))
    return llvm::any_of(
        llvm::ArrayRef<StringRef>{"body", "content", "payload", "data", "json"},
        [&](StringRef Word) {
          return Field->getName().contains_insensitive(Word);
        });
  for (const NamedEntry &Entry :
       Unit.matcher().catalog().functionsNamed(Field->getName()))
    if (Entry.E->Kind == Section::Reads &&
        Entry.E->Read.Kind == ReadKind::Body &&
        Unit.matcher().isOrDerivesFrom(Member->getBase()->getType(),
                                       Entry.Scope))
      return true;
  return false;
}

} // namespace asynctidy
