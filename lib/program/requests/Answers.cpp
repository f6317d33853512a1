//===-- Answers.cpp - Ends a request without its result -------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/program/requests/Answers.h"
#include "lib/catalog/Placeholders.h"
#include "lib/context/Contexts.h"
#include "lib/program/resources/Edits.h"
#include "clang/AST/StmtCXX.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;
using namespace asynctidy::catalog;

namespace asynctidy::program {

namespace {

/// How \p By answers; empty when no pack says it.
std::string statements(AnswerKind Kind, const FunctionDecl *By,
                       const UnitMatcher &Matcher) {
  for (const Pack *P : llvm::reverse(Matcher.catalog().packs()))
    for (const Entry &E : P->Entries) {
      if (E.Kind != Section::Answers)
        continue;
      const AnswerUse &Use = E.Answer;
      if (!Use.Returns.empty() &&
          !Matcher.isOneOf(By->getReturnType(), Use.Returns))
        continue;
      const auto *Given =
          llvm::find_if(By->parameters(), [&](const ParmVarDecl *Parameter) {
            return Parameter->getIdentifier() &&
                   Matcher.isOneOf(Parameter->getType(), Use.Parameter);
          });
      bool HasParameter = Given != By->parameters().end();
      if (!Use.Parameter.empty() && !HasParameter)
        continue;
      std::string Text =
          (Kind == AnswerKind::NotFound ? Use.NotFound : Use.BadRequest).str();
      if (HasParameter)
        fillPlaceholder(Text, "{parameter}", (*Given)->getName());
      fillPlaceholder(Text, "{return}",
                      isCoroutine(By) ? "co_return" : "return");
      return Text;
    }
  return "";
}

} // namespace

std::vector<EditFact> answerBefore(const Stmt *Use, llvm::StringRef Condition,
                                   AnswerKind Kind, const FunctionDecl *By,
                                   const Values &Origins, SymbolTable &Names) {
  const Stmt *S = Origins.around().statementOf(Use);
  std::string Answer = statements(Kind, By, Origins.unit().matcher());
  if (!S || Answer.empty() || Condition.empty())
    return {};
  Edits Changes(Origins.unit().context(), Names);
  SourceLocation Begin = S->getBeginLoc();
  if (Begin.isMacroID())
    return {};
  std::string Indent = Changes.indentation(Begin);
  std::string Text = ("if (" + Condition + ") {").str();
  for (llvm::StringRef Rest = Answer; !Rest.empty();) {
    auto [One, After] = Rest.split("; ");
    Text += "\n" + Indent + "  " + One.rtrim(';').str() + ";";
    Rest = After;
  }
  Changes.insertBefore(Begin, Text + "\n" + Indent + "}\n" + Indent);
  return Changes.take();
}

} // namespace asynctidy::program
