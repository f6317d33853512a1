//===-- Lists.cpp - Numbers of a program, and lists of them ---------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/program/Lists.h"
#include <numeric>

namespace asynctidy::program {

Lists Lists::of(llvm::ArrayRef<std::pair<uint32_t, uint32_t>> Pairs,
                uint32_t NumKeys) {
  Lists L;
  L.Begins.assign(NumKeys + 1, 0);
  for (auto [Key, Value] : Pairs)
    ++L.Begins[Key + 1];
  std::partial_sum(L.Begins.begin(), L.Begins.end(), L.Begins.begin());
  std::vector<uint32_t> Next(L.Begins.begin(), L.Begins.end() - 1);
  L.Values.resize(Pairs.size());
  for (auto [Key, Value] : Pairs)
    L.Values[Next[Key]++] = Value;
  return L;
}

} // namespace asynctidy::program
