//===-- JsonCursor.h - Reads JSON piece by piece ----------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// llvm::json::parse makes a hash table of some kilobytes for every object: a
/// thousand units would take minutes. This makes nothing, and needs no stack
/// for what is nested.
///
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_LIB_PROGRAM_JSONCURSOR_H
#define ASYNC_TIDY_LIB_PROGRAM_JSONCURSOR_H

#include "llvm/ADT/StringRef.h"
#include <cstdint>
#include <optional>
#include <string>

namespace asynctidy::program {

/// A place in a JSON text. Each of \c boolean, \c number, \c text, \c object
/// and
/// \c array goes past a value of its kind, or into it; at another value it
/// stays there, and says so. After the first mistake in the syntax everything
/// says no, so that loops end.
class JsonCursor {
public:
  explicit JsonCursor(llvm::StringRef Text);

  std::optional<bool> boolean();
  /// The number as it is written.
  std::optional<llvm::StringRef> number();
  bool text(std::string &Value);
  /// After it, \c nextMember leads to each member's value until it says no.
  bool object();
  bool nextMember(std::string &Name);
  /// After it, \c nextElement leads to each element until it says no.
  bool array();
  bool nextElement();
  /// Goes past a value of any kind.
  void skip();
  /// Nothing but white space may follow.
  void end();

  /// What is wrong in the syntax, and where; empty when nothing is.
  const std::string &problem() const { return Problem; }

private:
  char peek();
  bool enter(char Bracket);
  bool next(char Bracket);
  bool word(llvm::StringRef Word);
  bool escape(std::string &Value);
  bool codeUnit(uint32_t &Value);
  bool fail(const char *What) { return fail(What, At); }
  bool fail(const char *What, size_t Offset);

  llvm::StringRef Text;
  size_t At = 0;
  /// Right behind an opening bracket.
  bool Entered = false;
  std::string Problem;
};

} // namespace asynctidy::program

#endif // ASYNC_TIDY_LIB_PROGRAM_JSONCURSOR_H
