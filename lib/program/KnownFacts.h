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
#include <mutex>
#include <string>

namespace asynctidy::program {

/// The value of the option `Facts` that asks for no other unit's facts.
inline constexpr llvm::StringLiteral NoFacts("none");

/// Where a project's store is, below its root.
inline constexpr llvm::StringLiteral StorePath(".async-tidy/facts.db");

/// The store of the closest folder around \p File that has one; empty when none
/// has.
std::string storeAround(llvm::StringRef File);

/// What is known of the rest of a unit's program.
struct OtherUnits {
  /// The root that the facts' files are relative to, empty when there is no
  /// store.
  std::string Root;
  /// All units of the store; null when there is none.
  std::shared_ptr<const std::vector<UnitFacts>> Units;
};

/// The stores that one process reads, each read again only when it has changed:
/// an editor asks at every keystroke. Any number of threads may ask.
class KnownFacts {
public:
  KnownFacts();
  ~KnownFacts();

  /// Reads the store that the option `Facts` names, for the unit \p MainFile
  /// (absolute); when it is empty, the one of the closest parent folder that
  /// has one. What is wrong with it goes to \p Problem, once.
  OtherUnits read(llvm::StringRef Option, llvm::StringRef MainFile,
                  std::string &Problem);

private:
  struct Entry;
  std::mutex Mutex;
  std::map<std::string, std::unique_ptr<Entry>> Stores;
};

/// How much of a unit a parse has seen.
enum class Seen : uint8_t {
  Whole,
  MainFile, ///< an editor's: nothing of what functions of headers do
};

/// \p Own together with every other unit. What \p Others say of the same unit
/// is out of date, except of headers that the parse hasn't looked into. Not
/// finished.
std::unique_ptr<Program> programOf(const UnitFacts &Own, Seen Parsed,
                                   const OtherUnits &Others);

/// What \p Facts say apart from the unit's main file.
UnitFacts ofHeaders(UnitFacts Facts);

} // namespace asynctidy::program

#endif // ASYNC_TIDY_LIB_PROGRAM_KNOWNFACTS_H
