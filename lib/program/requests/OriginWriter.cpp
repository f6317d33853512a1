//===-- OriginWriter.cpp - Origins of values as facts ---------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/program/requests/OriginWriter.h"
#include "lib/web/Expressions.h"
#include "lib/web/FieldReads.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;
using namespace asynctidy::catalog;

namespace asynctidy::program {

namespace {

/// `{}`, `std::string()`, `json::object()`
bool isEmptyObject(const Expr *E) {
  const Expr *Inner = peelAll(E);
  if (const auto *Construct = dyn_cast<CXXConstructExpr>(Inner))
    return llvm::all_of(Construct->arguments(), [](const Expr *Argument) {
      return isa<CXXDefaultArgExpr>(Argument);
    });
  if (const auto *List = dyn_cast<InitListExpr>(Inner))
    return List->getNumInits() == 0;
  const auto *Call = dyn_cast<CallExpr>(Inner);
  return isa<CXXScalarValueInitExpr, ImplicitValueInitExpr>(Inner) ||
         (Call && Call->getNumArgs() == 0);
}

} // namespace

std::string OriginWriter::text(const Expr *E) const {
  CharSourceRange Range = CharSourceRange::getTokenRange(E->getSourceRange());
  const ASTContext &Ctx = Origins.unit().context();
  std::string Text = Lexer::getSourceText(
                         Lexer::makeFileCharRange(Range, Ctx.getSourceManager(),
                                                  Ctx.getLangOpts()),
                         Ctx.getSourceManager(), Ctx.getLangOpts())
                         .str();
  return StringRef(Text).contains('\n') ? "" : Text;
}

bool OriginWriter::isPartial(const CXXRecordDecl *Class) const {
  Class = Class ? Class->getDefinition() : nullptr;
  if (!Class || Class->field_empty())
    return false;
  return llvm::all_of(Class->fields(), [&](const FieldDecl *Field) {
    return isIdentity(Field) || Origins.isOptional(Field->getType());
  });
}

/// As a person says it.
std::string OriginWriter::absent(const ValueOrigin &From) const {
  if (From.Default) {
    std::string Text = text(From.Default);
    return Text.empty() || isEmptyObject(From.Default) ? "empty" : Text;
  }
  switch (From.Absent) {
  case Absence::Null:
    return "null";
  case Absence::Empty:
    return "empty";
  case Absence::Zero:
    return "0";
  case Absence::False:
    return "false";
  default:
    return From.Member ? "its default" : "";
  }
}

bool OriginWriter::canSay(const NamedDecl *Member) const {
  const auto *Field = dyn_cast<FieldDecl>(Member);
  if (Field)
    return Origins.isOptional(Field->getType());
  return presenceOf(Member) ||
         Origins.isOptional(cast<CXXMethodDecl>(Member)->getReturnType());
}

OriginFact OriginWriter::fact(const ValueOrigin &From) const {
  OriginFact Fact;
  switch (From.What) {
  case ValueOrigin::Document:
    Fact.What = OriginFact::Document;
    break;
  case ValueOrigin::Field:
    Fact.What = OriginFact::Field;
    break;
  case ValueOrigin::Object:
    Fact.What = OriginFact::Object;
    break;
  default:
    Fact.What = OriginFact::Parameter;
    break;
  }
  if (From.Root)
    Fact.From = Names.slot(From.Root);
  Fact.Name = From.Key;
  if (From.Class)
    Fact.Name = From.Class->getNameAsString();
  const CXXRecordDecl *Class = From.Class;
  if (From.What == ValueOrigin::Parameter)
    Class = Origins.ownClass(From.Root->getType());
  Fact.Partial = isPartial(Class);
  if (From.Member) {
    Fact.Name = memberName(From.Member);
    Fact.Member = true;
    Fact.Optional = canSay(From.Member);
  }
  if (From.mayBeAbsent())
    Fact.Absent = absent(From);
  if (From.Reader)
    Fact.Reader = Names.symbol(From.Reader);
  if (From.Read)
    Fact.At = Names.place(From.Read->getExprLoc());
  return Fact;
}

bool isOpen(const ValueOrigin &From) {
  if (!From || From.What == ValueOrigin::Document)
    return false;
  if (From.What == ValueOrigin::Field)
    return From.Default ||
           (!isSettled(From.Absent) && From.Absent != Absence::Unsaid &&
            From.Absent != Absence::Keeps);
  return !isSettled(From.Absent);
}

} // namespace asynctidy::program
