//===-- RunGraph.h - Who makes whom run -------------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_LIB_PROGRAM_RUNGRAPH_H
#define ASYNC_TIDY_LIB_PROGRAM_RUNGRAPH_H

#include "lib/program/Program.h"

namespace asynctidy::program {

/// Who makes whom run in a program, at once or later: calls of any kind, what
/// is handed to somebody who starts it, what a parameter or member holds and
/// somebody calls. A node is a function, by its FunctionId, or a slot.
class RunGraph {
public:
  using Node = uint32_t;

  enum class Step : uint8_t {
    Calls,  ///< a call
    Starts, ///< hands it to somebody who runs it
    Keeps,  ///< from or to a slot: whoever runs that runs what it was given
  };
  struct Edge {
    /// None for what isn't a function of the program: before main, a framework.
    Node From = None;
    Node To = None;
    Place At;
    Step How = Step::Calls;
    /// Runs once in the life of the program.
    bool Once = false;
    /// The function that the source calls, when To overrides it.
    SymbolId Overridden = None;
    /// What To throws is caught where From runs it.
    bool Caught = false;
  };
  /// Something says that a node runs for each request.
  struct Request {
    Node Of = None;
    const ReasonFact *Why = nullptr;
  };

  explicit RunGraph(const Program &P);

  const Program &program() const { return P; }
  size_t size() const { return P.functions().size() + Slots.size(); }
  bool isFunction(Node N) const { return N < P.functions().size(); }
  /// The function or variable of a node that is a slot.
  SymbolId owner(Node N) const {
    return Slots[N - P.functions().size()].Of.Owner;
  }

  /// In the order of functions and of the source.
  template <typename Fn> void forEachFrom(Node N, Fn Visit) const {
    for (uint32_t E : From[N])
      Visit(Edges[E]);
  }
  template <typename Fn> void forEachTo(Node N, Fn Visit) const {
    for (uint32_t E : To[N])
      Visit(Edges[E]);
  }
  /// In the order of files and places.
  llvm::ArrayRef<Request> requests() const { return Requests; }

private:
  struct SlotState {
    Slot Of;
    /// Its own function calls it: whoever gave something does.
    bool ByOwner = false;
    /// Others than its own function call it, or it runs for requests.
    bool Kept = false;
    /// Given to a library that runs it somewhere.
    bool Given = false;
    /// Somebody is seen to call it, and not all of them catch what it throws.
    bool Invoked = false;
    bool Escapes = false;
    bool caught() const { return Invoked && !Escapes; }
    std::vector<uint32_t> HandOvers; ///< into it, by index
  };
  uint32_t slot(const Slot &S);
  Node node(uint32_t Slot) const { return P.functions().size() + Slot; }
  void collectHandOvers();
  void addCalls();
  void addInvocations();
  void callByOwner(uint32_t S, std::vector<uint32_t> &Pending);
  void addPlacements();
  void spreadFlags();
  void addHandOvers();
  bool isCaughtBy(SymbolId Given, FunctionId F) const;
  void addFrom(SymbolId By, Edge E);

  const Program &P;
  std::vector<SlotState> Slots;
  llvm::DenseMap<std::pair<SymbolId, uint32_t>, uint32_t> SlotIds;
  std::vector<HandOverFact> HandOvers;
  std::vector<Edge> Edges;
  std::vector<Request> Requests;
  Lists From, To;
};

} // namespace asynctidy::program

#endif // ASYNC_TIDY_LIB_PROGRAM_RUNGRAPH_H
