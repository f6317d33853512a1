//===-- WriteReader.cpp - Where something that is kept changes ------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/program/requests/WriteReader.h"
#include "lib/program/requests/SqlWrites.h"
#include "lib/web/Expressions.h"
#include "lib/web/Guards.h"
#include "lib/web/Verbs.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace clang;
using namespace asynctidy::catalog;

namespace asynctidy::program {

/// Has it members of its own, or a base that has?
bool isData(const CXXRecordDecl *Class) {
  Class = Class->getDefinition();
  if (!Class)
    return false;
  return !Class->field_empty() ||
         llvm::any_of(Class->bases(), [](const CXXBaseSpecifier &Base) {
           const CXXRecordDecl *Above = Base.getType()->getAsCXXRecordDecl();
           return Above && isData(Above);
         });
}

namespace {

const Expr *baseOf(const Expr *E) {
  const auto *Member = dyn_cast<MemberExpr>(E);
  return Member ? Member->getBase() : E;
}

/// `this`, or a member of a member of it.
bool isOfThis(const Expr *E) {
  E = peelAll(E);
  while (const auto *Member = dyn_cast<MemberExpr>(E))
    E = peelAll(Member->getBase());
  return isa<CXXThisExpr>(E);
}

/// A local reference stands for the member that it was made of.
const Expr *referred(const Expr *Target) {
  Target = peelAll(Target);
  const auto *Ref = dyn_cast<DeclRefExpr>(Target);
  const auto *Var = Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
  if (!Var || !Var->getType()->isReferenceType() || !Var->getInit())
    return Target;
  const Expr *Init = peelAll(Var->getInit());
  return isa<MemberExpr>(Init) ? Init : Target;
}

/// `setName`, `set_name`, `SetName`
bool isSetterName(StringRef Name) {
  return Name.starts_with_insensitive("set") && Name.size() >= 5 &&
         (!llvm::isLower(Name[3]) || Name[3] == '_');
}

/// Does the body of a method assign a member from the argument, whatever that
/// is: `void rename(std::string value) { name_ = std::move(value); }`?
bool sets(const CXXMethodDecl *Method, unsigned Argument) {
  const FunctionDecl *Definition = nullptr;
  const auto *Body = Method->isDefined(Definition)
                         ? dyn_cast_or_null<CompoundStmt>(Definition->getBody())
                         : nullptr;
  if (!Body || Argument >= Definition->getNumParams())
    return false;
  const ParmVarDecl *Parameter = Definition->getParamDecl(Argument);
  return llvm::any_of(Body->body(), [&](const Stmt *S) {
    const auto *E = dyn_cast<Expr>(S);
    E = E ? E->IgnoreImplicit() : nullptr;
    std::optional<Assignment> Assign = assignmentIn(E);
    const auto *Given =
        Assign ? dyn_cast<DeclRefExpr>(peelAll(Assign->Value)) : nullptr;
    return Given && Given->getDecl() == Parameter &&
           isa<MemberExpr>(peelAll(Assign->To)) && isOfThis(Assign->To);
  });
}

} // namespace

void WriteReader::write(WriteFact::Kind What, const ValueWrite &Write,
                        const EntityEvidence &Kept, const ValueOrigin &From,
                        std::string Target) {
  WriteFact Fact;
  Scope.place(Fact, Write.At);
  Fact.What = What;
  Fact.Target = std::move(Target);
  if (!Kept.Known)
    Fact.Entity = Names.slot(Kept.Given);
  Fact.From = Say.fact(From);
  if (Kept.Fresh)
    Fact.How = WriteFact::Loads;
  else
    addCure(Write, From, Origins, Names, Fact);
  Out.Writes.push_back(std::move(Fact));
}

void WriteReader::assigned(const ValueWrite &Write) {
  if (const InitListExpr *List = aggregateIn(Write.Value)) {
    if (EntityEvidence Kept = entityOf(Write.Target, Origins))
      members(Write, List, Kept, Say.text(Write.Target));
    return;
  }
  const Expr *Target = referred(Write.Target);
  ValueOrigin From = Origins.of(Write.Value);
  if (From.What == ValueOrigin::Document)
    return replaced(Write, Target, From);
  if (!isOpen(From))
    return;
  bool Whole = (From.What == ValueOrigin::Object ||
                From.What == ValueOrigin::Parameter) &&
               !From.Member && Origins.ownClass(Target->getType());
  const Expr *Object = Whole ? wholeOf(Write, Target) : memberOf(Target, From);
  if (!Object)
    return;
  EntityEvidence Kept = entityOf(Object, Origins);
  // Of what is only made here, the call that stores it is what is said.
  if (!Kept || (Whole && Kept.Fresh) || isGuarded(Write.At, From, Origins))
    return;
  std::string Text = Say.text(Write.Target);
  if (Text.empty()) // in a macro
    if (const auto *Member = dyn_cast<MemberExpr>(Target))
      Text = Member->getMemberDecl()->getNameAsString();
  write(Whole ? WriteFact::Whole : WriteFact::Member, Write, Kept, From,
        std::move(Text));
}

/// What is replaced; null for `result = *parsed`, where a local takes over what
/// was made.
const Expr *WriteReader::wholeOf(const ValueWrite &Write, const Expr *Target) {
  const auto *Ref = dyn_cast<DeclRefExpr>(Target);
  const auto *Var = Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
  return Var && !Var->getInit() && !isa<ParmVarDecl>(Var) ? nullptr
                                                          : Write.Target;
}

/// The object whose member, or element of a document, is assigned; or null.
const Expr *WriteReader::memberOf(const Expr *Target,
                                  const ValueOrigin &From) const {
  if (const auto *Member = dyn_cast<MemberExpr>(Target)) {
    const auto *Field = dyn_cast<FieldDecl>(Member->getMemberDecl());
    if (!Field || !Origins.isOwn(Field->getParent()) ||
        cast<CXXRecordDecl>(Field->getParent())->isLambda())
      return nullptr;
    // A setter's body; its call is what is said.
    return isOfThis(Member->getBase()) && From.What == ValueOrigin::Parameter
               ? nullptr
               : Member->getBase();
  }
  // `user["name"] = ...`
  std::optional<CallView> View = CallView::of(Target);
  return View && View->Receiver && View->numWritten() == 1 &&
                 Origins.isDocument(View->Receiver->getType())
             ? View->Receiver
             : nullptr;
}

/// `documents[id] = body`: an element that is kept, as a whole.
void WriteReader::replaced(const ValueWrite &Write, const Expr *Target,
                           const ValueOrigin &From) {
  const auto *Ref = dyn_cast<DeclRefExpr>(Target);
  bool IsElement = (isa<CallExpr, MemberExpr>(Target) &&
                    !isa<CXXThisExpr>(peelAll(baseOf(Target)))) ||
                   (Ref && Ref->getDecl()->getType()->isReferenceType());
  if (From.Keyed || !IsElement || !Origins.isDocument(Target->getType()))
    return;
  EntityEvidence Kept = entityOf(Write.Target, Origins);
  if (Kept && !Kept.Fresh)
    write(WriteFact::Whole, Write, Kept, From, Say.text(Write.Target));
}

void WriteReader::made(const InitListExpr *List) {
  if (!List->isSemanticForm() && List->getSemanticForm())
    List = List->getSemanticForm();
  const CXXRecordDecl *Class = List->getType().isNull()
                                   ? nullptr
                                   : List->getType()->getAsCXXRecordDecl();
  if (Class && Origins.isOwn(Class) && isStored(List, Origins))
    members({List, nullptr, List}, List, {.Known = true, .Fresh = true},
            Class->getNameAsString() + "::");
}

/// The values of an aggregate's members. \p Prefix stands before their names.
void WriteReader::members(const ValueWrite &Write, const InitListExpr *List,
                          const EntityEvidence &Kept, std::string Prefix) {
  const CXXRecordDecl *Class = List->getType()->getAsCXXRecordDecl();
  Class = Class ? Class->getDefinition() : nullptr;
  if (!Class || Class->getNumBases() > 0)
    return;
  if (!StringRef(Prefix).ends_with("::"))
    Prefix += ".";
  unsigned I = 0;
  for (const FieldDecl *Field : Class->fields()) {
    if (I >= List->getNumInits())
      return;
    const Expr *Value = List->getInit(I++);
    std::string Name = Prefix + Field->getNameAsString();
    if (const InitListExpr *Inner = aggregateIn(Value)) {
      members(Write, Inner, Kept, std::move(Name));
      continue;
    }
    ValueOrigin From = Origins.of(Value);
    if (isOpen(From) && !isGuarded(Value, From, Origins))
      write(WriteFact::Member, {Value, nullptr, Value}, Kept, From,
            std::move(Name));
  }
}

/// `{a, b}`, `Address{a, b}` of a class of the project's.
const InitListExpr *WriteReader::aggregateIn(const Expr *E) const {
  while (const Expr *Inner = isa<InitListExpr>(E) ? nullptr : peel(E))
    E = Inner;
  const auto *List = dyn_cast<InitListExpr>(E);
  const CXXRecordDecl *Class = List && !List->getType().isNull()
                                   ? List->getType()->getAsCXXRecordDecl()
                                   : nullptr;
  return Class && Class->isAggregate() && Origins.isOwn(Class) ? List : nullptr;
}

bool WriteReader::setter(const CallView &View, const CallExpr *Call) {
  const auto *Method = dyn_cast<CXXMethodDecl>(View.Function);
  if (!Method || !Method->getIdentifier() || !View.Receiver ||
      !Origins.ownClass(View.Receiver->IgnoreImplicit()->getType()))
    return false;
  bool Any = false;
  for (unsigned I = 0; I < View.numWritten(); ++I) {
    if (!isSetterName(Method->getName()) && !sets(Method, I))
      continue;
    Any = true;
    ValueOrigin From = Origins.of(View.Arguments[I]);
    if (!isOpen(From))
      continue;
    EntityEvidence Kept = entityOf(View.Receiver, Origins);
    if (Kept && !isGuarded(Call, From, Origins))
      write(WriteFact::Setter, {Call, nullptr, View.Arguments[I]}, Kept, From,
            Say.text(Call->getCallee()));
  }
  return Any;
}

/// `body.get_to(user)`, whose reader sets what wasn't sent to a default.
void WriteReader::filled(const CallView &View, const CallExpr *Call) {
  const NamedEntry *Entry = Origins.unit().matcher().find(View, Section::Reads);
  const Expr *Into = Entry ? View.argument(Entry->E->Read.Into) : nullptr;
  if (!Into || Entry->E->Read.Absent == Absence::Keeps)
    return;
  ValueOrigin From = Origins.filledBy(View, Call, *Entry);
  if (From.What != ValueOrigin::Object || !From.Insists)
    return;
  EntityEvidence Kept = entityOf(Into, Origins);
  if (Kept && !Kept.Fresh && !isGuarded(Call, From, Origins))
    write(WriteFact::Whole, {Call, Into, Call}, Kept, From, Say.text(Into));
}

void WriteReader::columns(const Expr *E) {
  for (const ColumnValue &Given : columnValues(E, Origins.around())) {
    ValueOrigin From = Origins.of(Given.Value);
    if (isOpen(From) && !isGuarded(Given.Value, From, Origins))
      write(WriteFact::Column, {Given.Value, nullptr, Given.Value},
            {.Known = true}, From, Given.Column);
  }
}

/// A library, or an object itself, stores a whole that was sent.
void WriteReader::stores(const CallView &View, const CallExpr *Call) {
  if (!does(View.Callee, Verb::Stores) ||
      merges(View, Origins.unit().matcher()))
    return;
  auto Stored = [&](const Expr *E) {
    ValueOrigin From = Origins.of(E);
    bool IsWhole = (From.What == ValueOrigin::Object ||
                    From.What == ValueOrigin::Parameter) &&
                   !From.Member;
    const CXXRecordDecl *Class = Origins.ownClass(E->getType());
    if (IsWhole && Class && !Say.isPartial(Class) && isData(Class) &&
        !isGuarded(Call, From, Origins))
      write(WriteFact::Whole, {Call, nullptr, E}, {.Known = true}, From,
            Say.text(E));
  };
  if (!Origins.isOwn(View.Function)) {
    for (const Expr *Argument :
         llvm::ArrayRef(View.Arguments.data(), View.numWritten()))
      Stored(Argument);
  } else if (View.Receiver && View.numWritten() == 0) {
    Stored(View.Receiver); // `user.save()`
  }
}

} // namespace asynctidy::program
