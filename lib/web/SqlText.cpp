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
    for (;;) {
      StringRef Word = word();
      if (Rest.empty() || ++Words > MaxTableWords)
        return std::nullopt;
      if (Word.equals_insensitive("set"))
        break;
      if (!Word.empty())
        continue;
      char C = take();
      if (C == '"' || C == '`')
        quoted(C);
    }
    if (Rest.empty())
      return std::nullopt;
    while (!Rest.empty())
      step();
    return std::move(Found);
  }

private:
  static constexpr unsigned MaxTableWords = 12;

  static bool endsSet(StringRef Word) {
    return llvm::any_of(
        llvm::ArrayRef<StringRef>{"where", "returning", "from", "order",
                                  "limit", "output"},
        [&](StringRef End) { return Word.equals_insensitive(End); });
  }

  /// The text up to the quote \p C, which is taken too.
  StringRef quoted(char C) {
    StringRef Text = Rest.take_until([C](char D) { return D == C; });
    Rest = Rest.drop_front(std::min(Text.size() + 1, Rest.size()));
    return Text;
  }

  /// A place of a format that began with \p C: `{}`, `{1:.2f}`, `%lld`. Takes
  /// it off \p From.
  std::optional<unsigned> place(char C, StringRef &From) {
    if (C == '{') {
      StringRef Inner = From.take_until([](char D) { return D == '}'; });
      StringRef Number = Inner.take_while(llvm::isDigit);
      StringRef Spec = Inner.drop_front(Number.size());
      if (Inner.size() == From.size() ||
          !(Spec.empty() || Spec.starts_with(":")))
        return std::nullopt;
      From = From.drop_front(Inner.size() + 1);
      unsigned Index = 0;
      return Number.getAsInteger(10, Index) ? Next++ : Index;
    }
    StringRef Spec = From.ltrim("-+ #0123456789.*").ltrim("hlzjtLq");
    if (Spec.empty() || !llvm::isAlpha(Spec.front()))
      return std::nullopt;
    From = Spec.drop_front();
    return Next++;
  }

  static bool placeIn(StringRef Text) {
    return Text.contains('{') || Text.contains('%');
  }

  /// `'{}'` is a column's value; `'Mr {}'` only has it in it.
  void inQuotes(StringRef Text) {
    bool Alone = true;
    while (!Text.empty()) {
      char C = Text.front();
      Text = Text.drop_front();
      std::optional<unsigned> Index;
      if (C == '{' || C == '%')
        Index = place(C, Text);
      if (Index && Alone && Text.empty())
        parameter(*Index);
      else if (Index)
        Found.push_back({*Index, "", ""});
      Alone = false;
    }
  }

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
      if (Depth == 0 && endsSet(Word))
        InSet = false;
      else if (Column.empty() && Depth == 0)
        Column = Word.str();
      else
        Plain = false; // `name = CASE ...`, `name = lower(?)`
      return;
    }
    char C = take();
    switch (C) {
    case '\'':
      inQuotes(quoted(C));
      Plain = false;
      return;
    case '"':
    case '`': {
      StringRef Name = quoted(C);
      if (!Column.empty() || placeIn(Name))
        inQuotes(Name); // a text, as some write it
      else
        Column = Name.str();
      return;
    }
    case '{':
    case '%':
      if (std::optional<unsigned> Index = place(C, Rest))
        return parameter(*Index);
      break;
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
    case '?': // `?1` of SQLite
    case '$': {
      unsigned Number = 0;
      StringRef Digits = Rest.take_while(llvm::isDigit);
      Rest = Rest.drop_front(Digits.size());
      if (!Digits.getAsInteger(10, Number) && Number > 0)
        return parameter(Number - 1);
      if (C == '?')
        return parameter(Next++);
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
        return parameter(Names.try_emplace(Name, Names.size()).first->second,
                         Name);
      break;
    }
    default:
      break;
    }
    Plain = false;
  }

  void parameter(unsigned Index, StringRef Name = "") {
    bool Written = InSet && Plain && Depth == 0;
    // `? IS NULL`, `? || name`
    StringRef After = Rest.ltrim();
    if (!After.empty() && !StringRef(",;:").contains(After.front()) &&
        !endsSet(After.take_while(isWordChar)))
      Written = false;
    Found.push_back({Index, Written ? Column : "", Name.str()});
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
