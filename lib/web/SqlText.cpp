//===-- SqlText.cpp - What a text of SQL changes --------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/web/SqlText.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringMap.h"

using llvm::StringRef;

namespace asynctidy {

namespace {

bool isWordChar(char C) { return llvm::isAlnum(C) || C == '_'; }

/// Reads the assignments of one UPDATE.
class Reader {
public:
  explicit Reader(StringRef Sql) : Rest(Sql) {}

  std::optional<std::vector<SqlParameter>> read() {
    if (!word().equals_insensitive("update"))
      return std::nullopt;
    // The table's name, with a schema or an alias.
    unsigned Words = 0;
    while (!Rest.empty()) {
      StringRef Word = word();
      if (Word.equals_insensitive("set"))
        break;
      if (++Words > MaxTableWords)
        return std::nullopt;
      if (Word.empty())
        take();
    }
    if (Rest.empty())
      return std::nullopt;
    while (!Rest.empty())
      step();
    return std::move(Found);
  }

private:
  static constexpr unsigned MaxTableWords = 12;

  void space() { Rest = Rest.ltrim(); }
  StringRef word() {
    space();
    StringRef Word = Rest.take_while(isWordChar);
    Rest = Rest.drop_front(Word.size());
    return Word;
  }
  char take() {
    char C = Rest.front();
    Rest = Rest.drop_front();
    return C;
  }

  void step() {
    space();
    if (Rest.empty())
      return;
    if (isWordChar(Rest.front())) {
      StringRef Word = word();
      if (Word.equals_insensitive("where") ||
          Word.equals_insensitive("returning"))
        InSet = false;
      else if (Column.empty() && Depth == 0)
        Column = Word.str();
      else
        Plain = false; // `name = CASE ...`, `name = lower(?)`
      return;
    }
    if (Rest.starts_with("{}")) {
      Rest = Rest.drop_front(2);
      return parameter(Next++);
    }
    char C = take();
    switch (C) {
    case '\'':
      Rest = Rest.drop_front(std::min(Rest.find('\''), Rest.size() - 1) + 1);
      Plain = false;
      return;
    case '"':
    case '`': { // a quoted column
      StringRef Name = Rest.take_until([C](char D) { return D == C; });
      Rest = Rest.drop_front(std::min(Name.size() + 1, Rest.size()));
      if (Column.empty())
        Column = Name.str();
      return;
    }
    case '=':
      return;
    case '.': // `users.name`
      if (Depth == 0 && Plain)
        Column.clear();
      return;
    case ',':
      if (Depth == 0) {
        Column.clear();
        Plain = true;
      }
      return;
    case '(':
      ++Depth;
      Plain = false;
      return;
    case ')':
      Depth -= Depth > 0;
      return;
    case '?':
      return parameter(Next++);
    case '%':
      if (!Rest.empty() && llvm::isAlpha(Rest.front())) {
        take();
        return parameter(Next++);
      }
      break;
    case '$': {
      unsigned Number = 0;
      StringRef Digits = Rest.take_while(llvm::isDigit);
      Rest = Rest.drop_front(Digits.size());
      if (!Digits.getAsInteger(10, Number) && Number > 0)
        return parameter(Number - 1);
      break;
    }
    case ':':
      if (Rest.starts_with(":")) { // `$1::text`
        Rest = Rest.drop_front();
        word();
        return;
      }
      [[fallthrough]];
    case '@': {
      StringRef Name = word();
      if (!Name.empty())
        return parameter(Names.try_emplace(Name, Names.size()).first->second);
      break;
    }
    default:
      break;
    }
    Plain = false;
  }

  void parameter(unsigned Index) {
    bool Written = InSet && Plain && Depth == 0;
    // `COALESCE` may stand behind: `? IS NULL`, `? || name`.
    StringRef After = Rest.ltrim();
    if (!After.empty() && !StringRef(",;:").contains(After.front()) &&
        !After.take_front(5).equals_insensitive("where") &&
        !After.take_front(9).equals_insensitive("returning") &&
        !After.take_front(4).equals_insensitive("from"))
      Written = false;
    Found.push_back({Index, Written ? Column : ""});
  }

  StringRef Rest;
  std::string Column;
  bool InSet = true;
  bool Plain = true; ///< nothing but the parameter stands behind the `=`
  unsigned Depth = 0;
  unsigned Next = 0;
  llvm::StringMap<unsigned> Names;
  std::vector<SqlParameter> Found;
};

} // namespace

std::optional<std::vector<SqlParameter>> updateParameters(StringRef Sql) {
  return Reader(Sql).read();
}

} // namespace asynctidy
