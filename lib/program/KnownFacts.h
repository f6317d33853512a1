//===-- KnownFacts.h - The rest of the program, from a store ----*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_LIB_PROGRAM_KNOWNFACTS_H
#define ASYNC_TIDY_LIB_PROGRAM_KNOWNFACTS_H

#include "lib/program/Program.h"
#include "lib/program/Store.h"
#include <map>
#include <memory>
#include <optional>
#include <string>

namespace asynctidy::program {

/// The value of the option `Facts` that asks for no other unit's facts.
inline constexpr llvm::StringLiteral NoFacts("none");

/// Where a project's store is, below its root.
inline constexpr llvm::StringLiteral StorePath(".async-tidy/facts.db");

/// The stores that one process reads, each read again only when it has changed:
/// an editor asks at every keystroke.
class KnownFacts {
public:
  KnownFacts();
  ~KnownFacts();

  /// Opens the store that the option `Facts` names, for the unit \p MainFile
  /// (absolute); when it is empty, the one of the closest parent folder that
  /// has one. Returns the root that the facts' files are relative to, empty
  /// when there is no store. What is wrong with it goes to \p Problem, once.
  std::string open(llvm::StringRef Option, llvm::StringRef MainFile,
                   std::string &Problem);

  /// \p Own together with every other unit of the store that was opened last;
  /// what the store says of the same unit is out of date. Not finished.
  std::unique_ptr<Program> programWith(const UnitFacts &Own,
                                       std::string &Problem);

private:
  struct Entry;
  Entry *Current = nullptr;
  std::map<std::string, std::unique_ptr<Entry>> Stores;
};

} // namespace asynctidy::program

#endif // ASYNC_TIDY_LIB_PROGRAM_KNOWNFACTS_H
