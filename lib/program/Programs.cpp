//===-- Programs.cpp - The programs among the units -----------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/program/Programs.h"
#include "llvm/ADT/STLExtras.h"

namespace asynctidy::program {

Programs::Programs(const RunGraph &Graph) : Graph(Graph), P(Graph.program()) {
  for (FunctionId F : P.inOrder())
    if (P.isMain(P.functions()[F].Symbol))
      Mains.push_back(F);
  if (Mains.size() < 2)
    return;
  Only.assign(Graph.size(), None);
  for (auto [I, Main] : llvm::enumerate(Mains))
    visit(Main, [&, Index = static_cast<uint32_t>(I)](RunGraph::Node N) {
      // What two mains led to before, they led on from.
      if (Only[N] == Index || Only[N] == Many)
        return false;
      Only[N] = Only[N] == None ? Index : Many;
      return true;
    });
  for (FunctionId F = 0; F < P.functions().size(); ++F) {
    if (Only[F] == None)
      continue;
    auto [It, New] = OfFile.try_emplace(P.functions()[F].At.File, Only[F]);
    if (!New && It->second != Only[F])
      It->second = Many;
  }
}

template <typename Fn> void Programs::visit(FunctionId Main, Fn Enter) const {
  std::vector<RunGraph::Node> Next;
  auto Add = [&](RunGraph::Node N) {
    if (Enter(N))
      Next.push_back(N);
  };
  Add(Main);
  const Program::Function &Begin = P.functions()[Main];
  for (FunctionId F : P.functionsOf(Begin.Unit))
    if (P.functions()[F].At.File == Begin.At.File)
      Add(F);
  while (!Next.empty()) {
    RunGraph::Node N = Next.back();
    Next.pop_back();
    Graph.forEachFrom(N, [&](const RunGraph::Edge &E) { Add(E.To); });
  }
}

llvm::BitVector Programs::runs(FunctionId Main) const {
  llvm::BitVector Runs(Graph.size());
  visit(Main, [&](RunGraph::Node N) {
    bool New = !Runs.test(N);
    Runs.set(N);
    return New;
  });
  return Runs;
}

/// The marks of the functions that a site may mean; none when nothing is known.
llvm::SmallVector<uint32_t, 2> Programs::programsOf(Site S) const {
  if (S.By == None) {
    auto Known = OfFile.find(S.File);
    return Known == OfFile.end()
               ? llvm::SmallVector<uint32_t, 2>()
               : llvm::SmallVector<uint32_t, 2>{Known->second};
  }
  return llvm::to_vector<2>(llvm::map_range(
      P.definitions(S.By), [&](FunctionId F) { return Only[F]; }));
}

bool Programs::mayMeet(Site A, Site B) const {
  if (Only.empty())
    return true;
  auto OfA = programsOf(A), OfB = programsOf(B);
  if (OfA.empty() || OfB.empty())
    return true;
  return llvm::any_of(OfA, [&](uint32_t L) {
    return llvm::any_of(
        OfB, [&](uint32_t R) { return L == R || L >= Many || R >= Many; });
  });
}

} // namespace asynctidy::program
