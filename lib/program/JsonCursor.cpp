//===-- JsonCursor.cpp - Reads JSON piece by piece ------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/program/JsonCursor.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/ConvertUTF.h"
#include "llvm/Support/JSON.h"
#include <vector>

namespace asynctidy::program {

JsonCursor::JsonCursor(llvm::StringRef Text) : Text(Text) {
  size_t Offset;
  if (!llvm::json::isUTF8(Text, &Offset))
    fail("this is no UTF-8", Offset);
}

bool JsonCursor::fail(const char *What, size_t Offset) {
  if (!Problem.empty())
    return false;
  llvm::StringRef Before = Text.take_front(Offset);
  size_t Line = Before.count('\n') + 1;
  size_t Column = Offset - (Before.rfind('\n') + 1) + 1;
  Problem = "line " + std::to_string(Line) + ", column " +
            std::to_string(Column) + ": " + What;
  At = Text.size();
  return false;
}

/// The next character that isn't white space; 0 at the end.
char JsonCursor::peek() {
  while (At < Text.size()) {
    char C = Text[At];
    if (C != ' ' && C != '\n' && C != '\r' && C != '\t')
      return C;
    ++At;
  }
  return 0;
}

bool JsonCursor::word(llvm::StringRef Word) {
  if (!Text.substr(At).starts_with(Word))
    return false;
  At += Word.size();
  return true;
}

std::optional<bool> JsonCursor::boolean() {
  char C = peek();
  if (C == 't' && word("true"))
    return true;
  if (C == 'f' && word("false"))
    return false;
  return std::nullopt;
}

std::optional<llvm::StringRef> JsonCursor::number() {
  char C = peek();
  if (C != '-' && !llvm::isDigit(C))
    return std::nullopt;
  llvm::StringRef Value = Text.substr(At).take_while([](char C) {
    return llvm::isDigit(C) || C == '-' || C == '+' || C == '.' || C == 'e' ||
           C == 'E';
  });
  At += Value.size();
  return Value;
}

bool JsonCursor::text(std::string &Value) {
  if (peek() != '"')
    return false;
  Value.clear();
  ++At;
  while (true) {
    llvm::StringRef Plain = Text.substr(At).take_while([](char C) {
      return C != '"' && C != '\\' && static_cast<uint8_t>(C) >= ' ';
    });
    Value += Plain;
    At += Plain.size();
    if (At == Text.size())
      return fail("the text doesn't end");
    char C = Text[At++];
    if (C == '"')
      return true;
    if (C != '\\')
      return fail("a control character in a text", At - 1);
    if (!escape(Value))
      return false;
  }
}

/// Four hexadecimal digits.
bool JsonCursor::codeUnit(uint32_t &Value) {
  if (Text.substr(At, 4).size() != 4 ||
      Text.substr(At, 4).getAsInteger(16, Value))
    return fail("expected four hexadecimal digits");
  At += 4;
  return true;
}

/// What follows a backslash.
bool JsonCursor::escape(std::string &Value) {
  static constexpr llvm::StringLiteral Names("\"\\/bfnrt");
  static constexpr llvm::StringLiteral Meanings("\"\\/\b\f\n\r\t");
  if (At == Text.size())
    return fail("the text doesn't end");
  char C = Text[At++];
  if (size_t I = Names.find(C); I != llvm::StringRef::npos) {
    Value += Meanings[I];
    return true;
  }
  uint32_t Point;
  if (C != 'u')
    return fail("there is no such escape", At - 1);
  if (!codeUnit(Point))
    return false;
  if (Point >= 0xD800 && Point < 0xDC00 && Text.substr(At).starts_with("\\u")) {
    size_t Back = At;
    uint32_t Low;
    At += 2;
    if (!codeUnit(Low))
      return false;
    if (Low >= 0xDC00 && Low < 0xE000)
      Point = 0x10000 + ((Point - 0xD800) << 10) + (Low - 0xDC00);
    else
      At = Back;
  }
  if (Point >= 0xD800 && Point < 0xE000)
    Point = 0xFFFD; // half of a pair
  char Bytes[4];
  char *End = Bytes;
  llvm::ConvertCodePointToUTF8(Point, End);
  Value.append(Bytes, End);
  return true;
}

bool JsonCursor::enter(char Bracket) {
  if (peek() != Bracket)
    return false;
  ++At;
  Entered = true;
  return true;
}
bool JsonCursor::object() { return enter('{'); }
bool JsonCursor::array() { return enter('['); }

/// Past the comma before the next one, or past the closing \p Bracket.
bool JsonCursor::next(char Bracket) {
  bool First = Entered;
  Entered = false;
  char C = peek();
  if (C == Bracket) {
    ++At;
    return false;
  }
  if (First)
    return C ? true : fail("the file ends early");
  if (C != ',')
    return fail(C ? "expected a comma or a closing bracket"
                  : "the file ends early");
  ++At;
  return true;
}

bool JsonCursor::nextElement() { return next(']'); }

bool JsonCursor::nextMember(std::string &Name) {
  if (!next('}'))
    return false;
  if (!text(Name))
    return fail("expected a name in quotes");
  if (peek() != ':')
    return fail("expected a colon");
  ++At;
  return true;
}

void JsonCursor::skip() {
  std::vector<bool> Objects;
  std::string Ignored;
  do {
    if (object())
      Objects.push_back(true);
    else if (array())
      Objects.push_back(false);
    else if (!text(Ignored) && !number() && !boolean() && !word("null"))
      fail("expected a value");
    while (!Objects.empty() &&
           !(Objects.back() ? nextMember(Ignored) : nextElement()))
      Objects.pop_back();
  } while (!Objects.empty());
}

void JsonCursor::end() {
  if (peek() || At != Text.size())
    fail("there is something behind the end");
}

} // namespace asynctidy::program
