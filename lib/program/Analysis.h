//===-- Analysis.h - A linked program and what follows from it --*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_LIB_PROGRAM_ANALYSIS_H
#define ASYNC_TIDY_LIB_PROGRAM_ANALYSIS_H

#include "lib/program/Lifetimes.h"
#include "lib/program/LoopBlocks.h"
#include "lib/program/PartialUpdates.h"
#include "lib/program/Requests.h"
#include "lib/program/StaticOwners.h"
#include "lib/program/UncheckedData.h"
#include <map>
#include <memory>
#include <optional>

namespace asynctidy::program {

/// The link over a set of units, made once; what checks ask of it is kept.
class Analysis {
public:
  /// Links \p P, to which every unit has been added.
  explicit Analysis(std::unique_ptr<Program> P);

  const Program &program() const { return *P; }
  const Placements &placements() const { return Where; }
  llvm::ArrayRef<LoopBlock> loopBlocks(const BlockingFilter &Filter) const;
  const RunGraph &runGraph() const;
  const Programs &programs() const;
  const Releases &releases() const;
  const Requests &requests() const;
  llvm::ArrayRef<OpenHandle> openHandles() const;
  llvm::ArrayRef<EndlessService> endlessServices() const;
  llvm::ArrayRef<StaticOwner> staticOwners() const;
  llvm::ArrayRef<Overwrite> overwrites() const;
  llvm::ArrayRef<UncheckedUse> uncheckedUses() const;

private:
  std::unique_ptr<Program> P;
  Placements Where;
  mutable std::map<std::pair<unsigned long, bool>, std::vector<LoopBlock>>
      Found;
  mutable std::optional<RunGraph> Graph;
  mutable std::optional<Programs> Mains;
  mutable std::optional<Releases> Ends;
  mutable std::optional<Requests> PerRequest;
  mutable std::optional<std::vector<OpenHandle>> Handles;
  mutable std::optional<std::vector<EndlessService>> Services;
  mutable std::optional<std::vector<StaticOwner>> Statics;
  mutable std::optional<std::vector<Overwrite>> Overwrites;
  mutable std::optional<std::vector<UncheckedUse>> Unchecked;
};

} // namespace asynctidy::program

#endif // ASYNC_TIDY_LIB_PROGRAM_ANALYSIS_H
