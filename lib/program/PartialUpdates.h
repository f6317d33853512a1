//===-- PartialUpdates.h - What PATCH requests overwrite --------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_LIB_PROGRAM_PARTIALUPDATES_H
#define ASYNC_TIDY_LIB_PROGRAM_PARTIALUPDATES_H

#include "lib/program/RequestFlow.h"

namespace asynctidy::program {

/// Something that is kept gets, in code that runs for PATCH, a value that the
/// request may not have sent.
struct Overwrite {
  /// The write; null where Stored says it.
  const WriteFact *Write = nullptr;
  /// A call of the project's own that stores a whole, and doesn't look at its
  /// members; null for a write.
  const PassFact *Stored = nullptr;
  /// Where the function that stores it sets all columns; no file when that
  /// isn't seen.
  Place Columns;
  /// How the value gets there from where it is read; the first first.
  std::vector<const PassFact *> Passes;
  /// How a whole goes on from Stored to what stores it in the end.
  std::vector<const PassFact *> Onward;
  /// What is read; of the first pass where there is one.
  const OriginFact *From = nullptr;
  Answer Of;
  /// Its class can't say that a member wasn't sent: the read is to blame, and
  /// each write only follows.
  bool ByClass = false;
};

/// All of them, in the order of files and places. \p Flow is that of PATCH.
std::vector<Overwrite> findOverwrites(const Program &P,
                                      const RequestFlow &Flow);

} // namespace asynctidy::program

#endif // ASYNC_TIDY_LIB_PROGRAM_PARTIALUPDATES_H
