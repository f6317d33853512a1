//===-- UnitRecord.h - What is kept beside a unit's facts -------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_LIB_PROGRAM_UNITRECORD_H
#define ASYNC_TIDY_LIB_PROGRAM_UNITRECORD_H

#include <string>

namespace asynctidy::program {

/// What the store keeps of a unit beside its facts; opaque to it. Texts that
/// are no UTF-8 don't survive the way through a file.
struct UnitRecord {
  std::string Unit;
  std::string Key;
  std::string Inputs;
  /// Further inputs, the same for many units: the store has each such text
  /// once.
  std::string SharedInputs;
  /// What the parse was like, for the next one.
  std::string Parse;
  double Seconds = 0;

  /// What goes into a file, beside the unit: time differs between machines.
  template <typename V> void visit(V &Visit) {
    Visit("key", Key);
    Visit("inputs", Inputs);
    Visit("shared_inputs", SharedInputs);
    Visit("parse", Parse);
  }
};

} // namespace asynctidy::program

#endif // ASYNC_TIDY_LIB_PROGRAM_UNITRECORD_H
