//===-- Placement.h - Where each function of a program runs -----*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_LIB_PROGRAM_PLACEMENT_H
#define ASYNC_TIDY_LIB_PROGRAM_PLACEMENT_H

#include "lib/program/Program.h"
#include <deque>

namespace asynctidy::program {

/// Where a function runs.
enum class Role : uint8_t {
  Plain,   ///< wherever its caller does: never reported by itself
  Loop,    ///< on an event loop
  Offload, ///< on a thread that may block
  Startup, ///< before the loop serves, or in a handler that owns its thread
};

/// A call that the link adds: what a wrapper calls was given to it here.
struct AddedCall {
  FunctionId Caller = None;
  CallFact Call;
};

/// Answers where the functions of a program run: what their own declarations
/// say, whom they are given to, through parameters and members that hold them.
/// Every step only adds or finds a better reason, so the answer depends on no
/// order; the time grows with the number of facts.
class Placements {
public:
  explicit Placements(const Program &P);

  Role role(FunctionId F) const { return Functions[F].Is; }
  /// Why \p F is on the loop; null when it isn't.
  const ReasonFact *reason(FunctionId F) const {
    return Functions[F].Is == Role::Loop ? Functions[F].Why : nullptr;
  }
  /// Does what \p F does happen in its caller?
  bool runsInCaller(FunctionId F) const {
    return P.functions()[F].RunsInCaller && Functions[F].Is != Role::Loop &&
           P.annotation(P.functions()[F].Symbol) == Symbol::NoAnnotation;
  }
  llvm::ArrayRef<AddedCall> addedCalls() const { return Added; }

private:
  struct State {
    /// The best reason for the loop.
    const ReasonFact *Why = nullptr;
    /// Code on the loop that reaches it by calls: its reason.
    const ReasonFact *Reached = nullptr;
    bool Task = false;    ///< runs by itself once started
    bool Starts = false;  ///< its callers start it: they decide
    bool Certain = false; ///< on the loop whoever starts it
    bool Offload = false;
    bool Startup = false;
    Role Is = Role::Plain;
  };
  /// Somebody runs what a slot holds.
  struct Flow {
    catalog::Context Where;
    const ReasonFact *Why;
    /// Reached by calls from the loop: who gave it there is the reason.
    bool Kept;
  };
  struct SlotState {
    Slot Of;
    /// The best of each kind.
    llvm::SmallVector<Flow, 1> Flows;
    std::vector<uint32_t> HandOvers; ///< into it, by index
    std::vector<SymbolId> InvokedBy; ///< by others than its own function
    bool CalledByOwner = false;
  };

  uint32_t slot(const Slot &S);
  void collect();
  void inheritSlots();
  void placeAnnotated();
  void drain();
  void place(FunctionId F, catalog::Context Where, const ReasonFact *Why,
             bool ByType);
  void flow(uint32_t S, Flow F);
  void apply(uint32_t HandOver, const Flow &F);
  void callByOwner(uint32_t S);
  void invoke(uint32_t S, SymbolId By);
  bool callsForGiver(const SlotState &State, SymbolId By) const;
  void flowFrom(FunctionId F, uint32_t S);
  void resolve();
  void offloadTasks();
  void reach(FunctionId F, const ReasonFact *Why);
  void reachFromLoop();
  void reachCallees(FunctionId F);
  bool isBetter(const ReasonFact &New, const ReasonFact &Old) const;

  const Program &P;
  std::vector<State> Functions;
  std::deque<SlotState> Slots;
  llvm::DenseMap<std::pair<SymbolId, uint32_t>, uint32_t> SlotIds;
  std::vector<HandOverFact> HandOvers;
  /// Slots that a function invokes, by its symbol.
  llvm::DenseMap<SymbolId, std::vector<uint32_t>> InvokedSlots;
  std::vector<std::pair<uint32_t, Flow>> Pending;
  std::vector<uint32_t> PendingOwners;
  std::vector<FunctionId> PendingReached;
  bool Reaching = false;
  std::vector<AddedCall> Added;
  llvm::DenseMap<FunctionId, std::vector<uint32_t>> AddedBy;
  /// Reasons that the link makes.
  std::deque<ReasonFact> Made;
};

} // namespace asynctidy::program

#endif // ASYNC_TIDY_LIB_PROGRAM_PLACEMENT_H
