//===-- ParameterFix.cpp - Says what a pool wasn't told -------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/program/resources/ParameterFix.h"
#include "lib/program/resources/Constants.h"
#include "lib/program/resources/Holding.h"
#include "lib/program/resources/Options.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSwitch.h"

using namespace clang;
using namespace asynctidy::catalog;

namespace asynctidy::program {

namespace {

/// The options of the check that a value is made from, as a comment's text.
std::string optionsIn(llvm::StringRef Write) {
  llvm::SmallVector<llvm::StringRef, 2> Names;
  for (auto [Before, Rest] = Write.split('{'); !Rest.empty();
       std::tie(Before, Rest) = Rest.split('{')) {
    llvm::StringRef Name = Rest.take_until([](char C) { return C == '}'; });
    if (Name != "object" && llvm::all_of(Name, llvm::isAlpha))
      Names.push_back(llvm::StringSwitch<llvm::StringRef>(Name)
                          .Case("MaxSize", "PoolSize + MaxOverflow")
                          .Case("RecycleMillis", "RecycleSeconds")
                          .Case("WaitMillis", "WaitSeconds")
                          .Default(Name));
  }
  return llvm::join(Names, ", ");
}

std::string commented(llvm::StringRef Write) {
  std::string Options = optionsIn(Write);
  return Write.str() + (Options.empty() ? "" : " /*" + Options + "*/");
}

const FieldDecl *fieldNamed(const CXXRecordDecl *RD, llvm::StringRef Name) {
  for (const FieldDecl *Field : RD->fields())
    if (Field->getName() == Name)
      return Field;
  return nullptr;
}

} // namespace

void ParameterFix::add(const ParameterUse &P) {
  if (P.Write.empty()) {
    Changes.spoil();
    return;
  }
  if (P.Argument == NoArgument) {
    BySetter.push_back(&P);
  } else if (!P.Field.empty()) {
    ByObject[P.Argument].push_back(&P);
  } else if (!P.Key.empty()) {
    ByText[P.Argument].push_back(&P);
  } else if (const Expr *Written = Made.argument(P.Argument)) {
    Changes.replace(Written->getSourceRange(), commented(P.Write));
  } else {
    Arguments[P.Argument] = commented(P.Write);
  }
}

std::vector<EditFact> ParameterFix::take() {
  for (const auto &[Argument, Missing] : ByObject)
    writeFields(Argument, Missing);
  for (const auto &[Argument, Missing] : ByText)
    writeKeys(Argument, Missing);
  if (!BySetter.empty())
    writeSetters();
  if (!Arguments.empty())
    writeArguments();
  return Changes.take();
}

void ParameterFix::writeFields(int Argument, const Fields &Missing) {
  const Expr *Written = Made.argument(Argument);
  Options Object(Written, Around);
  if (const VarDecl *Var = Object.variable()) {
    At = Var->getLocation();
    return writeAssignments(Var, Missing);
  }
  std::string Text = designated(Argument, Missing);
  if (Text.empty() || !Object.isDefault())
    Changes.spoil();
  else if (Written)
    Changes.replace(Written->getSourceRange(), Text);
  else
    Arguments[Argument] = Text;
}

void ParameterFix::writeAssignments(const VarDecl *Var, const Fields &Missing) {
  const Stmt *Statement = Around.statementOf(E);
  if (!Statement || Var->getType().isConstQualified())
    return Changes.spoil();
  std::string Indent = Changes.indentation(Statement->getBeginLoc());
  std::string Text;
  for (const ParameterUse *P : Missing) {
    Text += Var->getNameAsString() + "." + P->Field.str() + " = " +
            P->Write.str() + ";";
    if (std::string Options = optionsIn(P->Write); !Options.empty())
      Text += " // " + Options;
    Text += "\n" + Indent;
  }
  Changes.insertBefore(Statement->getBeginLoc(), std::move(Text));
}

std::string ParameterFix::designated(int Argument,
                                     const Fields &Missing) const {
  if (!Ctx.getLangOpts().CPlusPlus20 || Argument < 0 ||
      static_cast<unsigned>(Argument) >= Made.Function->getNumParams())
    return "";
  const CXXRecordDecl *RD = Made.Function->getParamDecl(Argument)
                                ->getType()
                                .getNonReferenceType()
                                ->getAsCXXRecordDecl();
  if (!RD || !RD->hasDefinition() || !RD->isAggregate() ||
      RD->getNumBases() > 0)
    return "";
  Fields Ordered = Missing;
  for (const ParameterUse *P : Ordered)
    if (!fieldNamed(RD, P->Field))
      return "";
  // Designators stand in the order of the declarations.
  llvm::sort(Ordered, [&](const ParameterUse *L, const ParameterUse *R) {
    return fieldNamed(RD, L->Field)->getFieldIndex() <
           fieldNamed(RD, R->Field)->getFieldIndex();
  });
  std::string Text = resourceName(RD) + "{";
  for (const ParameterUse *P : Ordered)
    Text += (P == Ordered.front() ? "." : ", .") + P->Field.str() + " = " +
            commented(P->Write);
  return Text + "}";
}

void ParameterFix::writeKeys(int Argument, const Fields &Missing) {
  const Expr *Written = Made.argument(Argument);
  const StringLiteral *Text = Written ? constantText(Written, Around) : nullptr;
  // One token, so that the place in it is known.
  std::string Spelled =
      Text ? Changes.text(Text->getSourceRange()) : std::string();
  if (!Text || Text->getNumConcatenated() != 1 ||
      !llvm::StringRef(Spelled).ends_with("\"") ||
      llvm::StringRef(Spelled).starts_with("R"))
    return Changes.spoil();
  At = Text->getBeginLoc();
  std::string All = Text->getString().str(), Added, Options;
  // Where a character of the text stands; escapes are longer in the source.
  size_t Content = llvm::StringRef(Spelled).find(All);
  for (const ParameterUse *P : Missing) {
    Options += (Options.empty() ? "" : ", ") + optionsIn(P->Write);
    // A value that says nothing stands there already.
    if (std::optional<llvm::StringRef> Known =
            valueOf(Text->getString(), P->Key, P->Syntax)) {
      if (Content == llvm::StringRef::npos)
        return Changes.spoil();
      Changes.replace(
          At.getLocWithOffset(static_cast<int>(
              Content + (Known->data() - Text->getString().data()))),
          Known->size(), P->Write.str());
      continue;
    }
    std::string More = addition(All, P->Key, P->Write, P->Syntax);
    All += More;
    Added += More;
  }
  if (!Added.empty())
    Changes.insertBefore(
        At.getLocWithOffset(static_cast<int>(Spelled.size()) - 1),
        std::move(Added));
  if (!Options.empty())
    Changes.insertAfter(Text->getBeginLoc(), " /*" + Options + "*/");
}

std::string ParameterFix::object() const {
  const Stmt *Child = E;
  for (const Stmt *P = Around.parent(E); P && !isa<CompoundStmt>(P);
       Child = P, P = Around.parent(P)) {
    if (const auto *Assign = dyn_cast<BinaryOperator>(P);
        Assign && Assign->getOpcode() == BO_Assign && Child == Assign->getRHS())
      return Changes.text(Assign->getLHS()->getSourceRange());
    if (const auto *Assign = dyn_cast<CXXOperatorCallExpr>(P);
        Assign && Assign->getOperator() == OO_Equal &&
        Child == Assign->getArg(1))
      return Changes.text(Assign->getArg(0)->getSourceRange());
    // `connection.reset(make())`; the element that a container gets has no
    // name.
    if (const auto *Member = dyn_cast<CXXMemberCallExpr>(P);
        Member && Child != Member->getCallee() && storesArgument(Member))
      return isOwner(Member->getObjectType())
                 ? Changes.text(
                       Member->getImplicitObjectArgument()->getSourceRange())
                 : "";
  }
  return isa<VarDecl>(Result.Into) ? Result.Into->getNameAsString() : "";
}

void ParameterFix::writeSetters() {
  const Stmt *Statement = Around.statementOf(E);
  SourceLocation Semicolon;
  // Not the condition or the branch of another statement.
  if (isa_and_nonnull<DeclStmt, Expr>(Statement))
    Semicolon = isa<DeclStmt>(Statement)
                    ? Statement->getEndLoc()
                    : Changes.next(Statement->getEndLoc(), ';');
  if (Semicolon.isInvalid() || !Result.Into ||
      Result.To == Destination::Handed || Result.To == Destination::Returned)
    return Changes.spoil();
  std::string Indent = Changes.indentation(Statement->getBeginLoc());
  std::string Made = object(), Text;
  if (Made.empty())
    return Changes.spoil();
  for (const ParameterUse *P : BySetter) {
    std::string Call = P->Write.str();
    size_t Object = Call.find("{object}");
    if (Object == std::string::npos)
      return Changes.spoil();
    Call.replace(Object, llvm::StringRef("{object}").size(), Made);
    std::string Options = optionsIn(P->Write);
    // What stands behind on the same line stays code.
    bool Alone = Changes.endsLine(Semicolon);
    Text += Alone ? "\n" + Indent : " ";
    Text += Call;
    Text += ";";
    if (!Options.empty())
      Text += Alone ? " // " + Options : " /*" + Options + "*/";
  }
  Changes.insertAfter(Semicolon, std::move(Text));
}

void ParameterFix::writeArguments() {
  int Next = static_cast<int>(Made.numWritten());
  std::string Text;
  // Nothing can be left out between two arguments.
  for (const auto &[Index, Argument] : Arguments) {
    if (Index != Next++)
      return Changes.spoil();
    Text += (Index == 0 ? "" : ", ") + Argument;
  }
  if (Made.numWritten() > 0) {
    Changes.insertAfter(Made.Arguments[Made.numWritten() - 1]->getEndLoc(),
                        std::move(Text));
    return;
  }
  // `X()`, `new X()`, `make(...)`; `X x;` has no place for arguments.
  SourceLocation Open;
  if (const auto *Construct = dyn_cast<CXXConstructExpr>(E))
    Open = Construct->getParenOrBraceRange().getBegin();
  else if (const auto *Call = dyn_cast<CallExpr>(E))
    Open = Changes.next(Call->getCallee()->getEndLoc(), '(');
  if (Open.isInvalid())
    return Changes.spoil();
  Changes.insertAfter(Open, std::move(Text));
}

} // namespace asynctidy::program
