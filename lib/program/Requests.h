//===-- Requests.h - What runs for each request -----------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_LIB_PROGRAM_REQUESTS_H
#define ASYNC_TIDY_LIB_PROGRAM_REQUESTS_H

#include "lib/program/RunGraph.h"
#include "llvm/ADT/BitVector.h"

namespace asynctidy::program {

/// One step from what a request begins with down to a function.
struct RequestHop {
  SymbolId Caller = None;
  SymbolId Callee = None;
  /// The function that the source calls, when Callee overrides it.
  SymbolId Overridden = None;
  /// Keeps: Callee is given to Slot here, and Caller runs what that holds.
  RunGraph::Step How = RunGraph::Step::Calls;
  SymbolId Slot = None;
  Place At;
};

/// Why a function runs for each request.
struct RequestPath {
  enum Kind : uint8_t {
    Given,     ///< given to Via, which serves requests
    Overrides, ///< overrides Via
    Accepted,  ///< started for each connection that Via accepts
  };
  /// What the request begins with.
  SymbolId Root = None;
  Kind Why = Given;
  llvm::StringRef Via;
  Place At;
  /// The shortest way down; empty for the root itself.
  std::vector<RequestHop> Chain;
};

/// Which functions of a program run for requests only: handlers, sessions of
/// accepted connections, and what nobody else calls. Whatever start-up code
/// reaches too isn't among them. The time grows with the number of facts.
class Requests {
public:
  /// \p Graph must outlive it.
  explicit Requests(const RunGraph &Graph);

  bool perRequest(FunctionId F) const { return Only.test(F); }
  /// Is it reached from where requests begin, whoever else runs it?
  bool mayServe(FunctionId F) const { return Served.test(F); }
  /// What requests begin with: handlers, sessions.
  llvm::ArrayRef<RunGraph::Node> roots() const { return RootOrder; }
  /// Why \p F runs for each request, which must hold. Pointers are into the
  /// program.
  RequestPath path(FunctionId F) const;

private:
  using Node = RunGraph::Node;
  struct Root {
    const ReasonFact *Why = nullptr;
    const EventFact *Accept = nullptr;
    /// Where the session is started.
    Place At;
  };

  void findRoots();
  void findSessions();
  void addRoot(Node N, const Root &R);
  bool acceptsConnections(FunctionId F) const;
  void dropOthers();
  bool hasOtherCaller(Node N) const;
  void reach();

  const Program &P;
  const RunGraph &Graph;
  llvm::DenseMap<Node, Root> Roots;
  std::vector<Node> RootOrder;
  /// Functions that take connections, and where they do.
  llvm::DenseMap<FunctionId, std::vector<const EventFact *>> Accepting;
  llvm::BitVector Only, Served;
  /// The edge by which a node is reached first; null for roots.
  std::vector<const RunGraph::Edge *> ReachedBy;
};

} // namespace asynctidy::program

#endif // ASYNC_TIDY_LIB_PROGRAM_REQUESTS_H
