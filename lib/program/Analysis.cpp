//===-- Analysis.cpp - A linked program and what follows from it ----------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/program/Analysis.h"

namespace asynctidy::program {

static std::unique_ptr<Program> finished(std::unique_ptr<Program> P) {
  P->finish();
  return P;
}

Analysis::Analysis(std::unique_ptr<Program> Added)
    : P(finished(std::move(Added))), Where(*P) {}

llvm::ArrayRef<LoopBlock>
Analysis::loopBlocks(const BlockingFilter &Filter) const {
  auto [It, New] =
      Found.try_emplace({Filter.Categories.to_ulong(), Filter.Strict});
  if (New)
    It->second = findLoopBlocks(*P, Where, Filter);
  return It->second;
}

const RunGraph &Analysis::runGraph() const {
  if (!Graph)
    Graph.emplace(*P);
  return *Graph;
}

const Programs &Analysis::programs() const {
  if (!Mains)
    Mains.emplace(runGraph());
  return *Mains;
}

const Releases &Analysis::releases() const {
  if (!Ends)
    Ends.emplace(*P, programs());
  return *Ends;
}

const Requests &Analysis::requests() const {
  if (!PerRequest)
    PerRequest.emplace(runGraph());
  return *PerRequest;
}

llvm::ArrayRef<OpenHandle> Analysis::openHandles() const {
  if (!Handles)
    Handles = findOpenHandles(*P, Where, programs(), releases());
  return *Handles;
}

llvm::ArrayRef<EndlessService> Analysis::endlessServices() const {
  if (!Services)
    Services = findEndlessServices(*P, programs());
  return *Services;
}

llvm::ArrayRef<StaticOwner> Analysis::staticOwners() const {
  if (!Statics)
    Statics = findStaticOwners(*P);
  return *Statics;
}

llvm::ArrayRef<UncheckedUse> Analysis::uncheckedUses() const {
  if (!Unchecked)
    Unchecked =
        findUnchecked(runGraph(), RequestFlow(runGraph(), requests(), ""),
                      requests(), programs());
  return *Unchecked;
}

llvm::ArrayRef<Overwrite> Analysis::overwrites() const {
  if (!Overwrites)
    Overwrites =
        findOverwrites(*P, RequestFlow(runGraph(), requests(), "PATCH"));
  return *Overwrites;
}

} // namespace asynctidy::program
