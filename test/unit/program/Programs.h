//===-- Programs.h - Programs of several units, and their findings --------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_TEST_UNIT_PROGRAM_PROGRAMS_H
#define ASYNC_TIDY_TEST_UNIT_PROGRAM_PROGRAMS_H

#include <ostream>
#include <string>
#include <utility>
#include <vector>

namespace asynctidy::test {

using ProgramFiles = std::vector<std::pair<std::string, std::string>>;

/// A program for \c TestProgram. A line `//---` in a unit is where its rest may
/// move to a unit of its own: both sides need the headers only.
struct SampleProgram {
  std::string Name;
  ProgramFiles Files;
  std::vector<std::string> Findings;
  /// All units may stand in one: nothing is defined twice.
  bool Mergeable = true;
};

/// For the names of parametrised tests.
inline void PrintTo(const SampleProgram &P, std::ostream *OS) { *OS << P.Name; }

const std::vector<SampleProgram> &samplePrograms();

/// With every unit cut at its `//---` lines.
ProgramFiles split(const ProgramFiles &Files);
/// With all units in one, in the order of their names.
ProgramFiles merged(const ProgramFiles &Files);

} // namespace asynctidy::test

#endif // ASYNC_TIDY_TEST_UNIT_PROGRAM_PROGRAMS_H
