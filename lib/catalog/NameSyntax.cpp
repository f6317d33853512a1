//===-- NameSyntax.cpp - What a name in a pack may look like --------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/catalog/NameSyntax.h"
#include "lib/catalog/Model.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using llvm::StringRef;

namespace asynctidy::catalog {

namespace {

constexpr StringRef OperatorSymbols[] = {
    "+",  "-",  "*",  "/",  "%",  "^",  "&",   "|",   "~",   "!",
    "=",  "<",  ">",  "+=", "-=", "*=", "/=",  "%=",  "^=",  "&=",
    "|=", "<<", ">>", "==", "!=", "<=", ">=",  "<=>", "<<=", ">>=",
    "&&", "||", "++", "--", ",",  "->", "->*", "()",  "[]"};

bool isIdentifierStart(char C) {
  // Letters beyond ASCII are letters in C++ too.
  return llvm::isAlpha(C) || C == '_' || static_cast<unsigned char>(C) >= 0x80;
}

bool isIdentifier(StringRef Text) {
  return !Text.empty() && isIdentifierStart(Text.front()) &&
         llvm::all_of(Text, [](char C) {
           return isIdentifierStart(C) || llvm::isDigit(C);
         });
}

/// Is this `operator` and what may follow it?
bool isOperator(StringRef Last) {
  if (!Last.consume_front("operator") || Last.empty())
    return false;
  if (Last.consume_front(" ")) // new, co_await, a type
    return !Last.empty() && isIdentifierStart(Last.front());
  if (Last.consume_front("\"\""))
    return isIdentifier(Last);
  return llvm::is_contained(OperatorSymbols, Last);
}

/// Does the last component begin like an operator, right or wrong?
bool looksLikeOperator(StringRef Last) {
  return Last.consume_front("operator") &&
         (Last.empty() ||
          (!isIdentifierStart(Last.front()) && !llvm::isDigit(Last.front())));
}

std::string scopeMistake(StringRef Scope) {
  if (Scope.contains('<'))
    return "write it without template arguments";
  if (Scope.contains('('))
    return "write it without parameters; 'when' selects an overload";
  if (llvm::any_of(Scope, [](char C) { return llvm::isSpace(C); }))
    return "a name has no spaces";
  llvm::SmallVector<StringRef, 8> Parts;
  Scope.split(Parts, "::");
  for (StringRef Part : Parts) {
    if (Part.empty())
      return "a part between '::' is empty";
    if (!isIdentifier(Part))
      return quoted(Part) + " is no identifier of C++";
  }
  return "";
}

} // namespace

std::string nameMistake(StringRef Name, NameRule Rule) {
  if (Name.empty())
    return "a name was expected, not an empty text";
  if (Name.starts_with("::"))
    return "write it without the leading '::'";
  if (Rule == NameRule::Scope)
    return scopeMistake(Name);
  if (Name == AnyMethod)
    return "";
  auto [Scope, Last] = splitName(Name);
  bool Qualified = Last.size() != Name.size();
  if (looksLikeOperator(Last)) {
    if (!isOperator(Last))
      return quoted(Last) + " is no operator; it is written as in "
                            "'operator<<', 'operator()' or 'operator bool'";
    return Qualified ? scopeMistake(Scope) : "";
  }
  if (Last == AnyMethod)
    return "'*' stands alone; write the class into 'in'";
  if (Last.starts_with("~")) {
    if (!Qualified)
      return "a destructor needs its class before it, as in "
             "'std::jthread::~jthread'";
    std::string Mistake = scopeMistake(Scope);
    return Mistake.empty() ? scopeMistake(Last.drop_front()) : Mistake;
  }
  return scopeMistake(Name);
}

bool isKebabCase(StringRef Text) {
  llvm::SmallVector<StringRef, 4> Words;
  Text.split(Words, '-');
  return llvm::isLower(Text.empty() ? ' ' : Text.front()) &&
         llvm::all_of(Words, [](StringRef Word) {
           return !Word.empty() && llvm::all_of(Word, [](char C) {
             return llvm::isLower(C) || llvm::isDigit(C);
           });
         });
}

std::string didYouMean(StringRef Word, llvm::ArrayRef<StringRef> Known) {
  constexpr size_t Longest = 40; // no known word is half as long
  if (Word.size() > Longest)
    return "";
  unsigned BestDistance = Word.size() < 4 ? 1 : 2 + Word.size() / 8;
  StringRef Best;
  for (StringRef Candidate : Known) {
    unsigned Distance = Word.edit_distance(Candidate, true, BestDistance);
    if (Distance > BestDistance || (Distance == BestDistance && !Best.empty()))
      continue;
    Best = Candidate;
    BestDistance = Distance;
  }
  return Best.empty() ? "" : "; did you mean '" + Best.str() + "'?";
}

std::string quoted(StringRef Text) {
  constexpr size_t Longest = 60;
  std::string Line = Text.take_front(Longest).str();
  // What stands on a line of its own must stay on it.
  for (char &C : Line)
    if (static_cast<unsigned char>(C) < ' ')
      C = ' ';
  return "'" + Line + (Text.size() > Longest ? "...'" : "'");
}

} // namespace asynctidy::catalog
