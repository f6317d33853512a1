//===-- CallValues.cpp - What of a request a call gives ------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/web/Expressions.h"
#include "lib/web/FieldReads.h"
#include "lib/web/Values.h"
#include "lib/web/Verbs.h"
#include "clang/AST/DeclFriend.h"
#include "clang/AST/StmtCXX.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;
using namespace asynctidy::catalog;
using llvm::StringRef;

namespace asynctidy {

namespace {

/// The argument or object that alone decides what the call gives; null when
/// others do as well.
const Expr *onlyValue(const CallView &View) {
  llvm::ArrayRef<const Expr *> Arguments(View.Arguments.data(),
                                         View.numWritten());
  if (isa<CXXConstructorDecl>(View.Function))
    return Arguments.size() == 1 ? Arguments.front() : nullptr;
  if (View.Receiver)
    return llvm::all_of(Arguments, isConstant) ? View.Receiver : nullptr;
  const Expr *Only = nullptr;
  for (const Expr *Argument : Arguments) {
    if (isConstant(Argument))
      continue;
    if (Only)
      return nullptr;
    Only = Argument;
  }
  return Only;
}

} // namespace

const Expr *readFrom(const CallView &View, const ReadUse &Use) {
  if (Use.From != NoArgument)
    return View.argument(Use.From);
  return View.Receiver ? View.Receiver : View.argument(0);
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
  const Expr *Inner = onlyValue(*View);
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
    if (does(View.Callee, Verb::Converts) && ownClass(Argument->getType())) {
      ValueOrigin Same = trace(Argument, Depth);
      if (!Same.Member && (Same.What == ValueOrigin::Object ||
                           Same.What == ValueOrigin::Parameter))
        return Same;
    }
    if (ValueOrigin Source = wholeDocument(Argument, Depth))
      return object(Class, E, nullptr, View.Function, Source);
  }
  // `Money(body.value("price", 0))`
  if (isa<CXXConstructorDecl>(View.Function) && View.numWritten() == 1)
    if (ValueOrigin Single = trace(View.Arguments[0], Depth);
        Single.What == ValueOrigin::Field || Single.Member)
      return Single;
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
      (!Standing && throws(Definition->getBody())) ||
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
  const Expr *Inner = View.Receiver ? nullptr : onlyValue(View);
  QualType T = E->getType();
  const CXXRecordDecl *RD = T->getAsCXXRecordDecl();
  bool IsSingle = T->isArithmeticType() || T->isEnumeralType() ||
                  (RD && RD->isInStdNamespace());
  if (!Inner || !IsSingle || isOptional(T))
    return {};
  // It may insist on a value.
  const FunctionDecl *Definition = nullptr;
  if (View.Function->isDefined(Definition) && throws(Definition->getBody()))
    return {};
  ValueOrigin Origin = trace(Inner, Depth);
  return Origin.What == ValueOrigin::Field || Origin.Member ? Origin
                                                            : ValueOrigin();
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

} // namespace asynctidy
