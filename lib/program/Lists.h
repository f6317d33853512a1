//===-- Lists.h - Numbers of a program, and lists of them -------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_LIB_PROGRAM_LISTS_H
#define ASYNC_TIDY_LIB_PROGRAM_LISTS_H

#include "llvm/ADT/ArrayRef.h"
#include <cstdint>
#include <utility>
#include <vector>

namespace asynctidy::program {

/// Indices into a program's own tables. A Place of the program names a file of
/// the program; None is an index of nothing, as in facts.
using FileId = uint32_t;
using SymbolId = uint32_t;
using FunctionId = uint32_t;
using UnitId = uint32_t;

/// Lists of numbers by a number, in one piece of memory.
class Lists {
public:
  llvm::ArrayRef<uint32_t> operator[](uint32_t Key) const {
    if (Key + 1 >= Begins.size())
      return {};
    return llvm::ArrayRef(Values).slice(Begins[Key],
                                        Begins[Key + 1] - Begins[Key]);
  }
  /// From pairs of key and value; each list is in the order of the pairs.
  static Lists of(llvm::ArrayRef<std::pair<uint32_t, uint32_t>> Pairs,
                  uint32_t NumKeys);

private:
  std::vector<uint32_t> Begins;
  std::vector<uint32_t> Values;
};

} // namespace asynctidy::program

#endif // ASYNC_TIDY_LIB_PROGRAM_LISTS_H
