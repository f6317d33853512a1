//===-- UnitCollector.h - Fills the model of a unit -------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_LIB_EFFECTS_UNITCOLLECTOR_H
#define ASYNC_TIDY_LIB_EFFECTS_UNITCOLLECTOR_H

#include "lib/context/Callable.h"
#include "lib/effects/UnitModel.h"
#include "llvm/ADT/DenseSet.h"

namespace asynctidy {

/// Finds the functions of a unit, has their bodies walked, and follows
/// callables through the parameters of the project's own functions.
class UnitCollector {
public:
  explicit UnitCollector(UnitModel &Model) : Model(Model) {}

  /// Everything: declarations, bodies, hand-overs.
  void run();

  // What the walk of a body tells.

  /// Makes sure that \p FD's body is walked, when the project owns it.
  void addFunction(const clang::FunctionDecl *FD);
  /// Local classes have methods too.
  void addDeclarations(const clang::DeclContext *DC);
  /// \p Callee gets \p What as its parameter \p Index, in \p Owner's body.
  void handOver(FunctionFacts &Owner, const clang::FunctionDecl *Callee,
                unsigned Index, Callables What, clang::SourceLocation Loc,
                bool Offloaded);
  /// \p What runs in \p Where.
  void place(FunctionFacts &Owner, const Callables &What,
             catalog::Context Where, const Reason &Why, bool Offloaded);
  /// \p Parameter is called by \p Caller: its own function, or a lambda in it.
  void invoke(const clang::ParmVarDecl *Parameter,
              const clang::FunctionDecl *Caller);
  void start(const clang::FunctionDecl *Coroutine,
             const clang::FunctionDecl *Caller, bool CallerOffloaded);

  /// Why \p FD is on the loop, as far as its own declaration and the hand-overs
  /// walked so far say.
  const Reason *reasonSoFar(const clang::FunctionDecl *FD) const {
    return Model.Places.reasonSoFar(FD);
  }

  const catalog::UnitMatcher &matcher() const { return Model.Matcher; }
  clang::ASTContext &context() const { return Model.Ctx; }
  /// Does the project own this declaration? Everything outside system headers.
  bool isOwn(const clang::Decl *D) const;

private:
  void addDeclaration(const clang::Decl *D);
  void addClassTemplate(const clang::ClassTemplateDecl *Template);
  void addFunctionTemplate(const clang::FunctionTemplateDecl *Template);
  void addInitializer(const clang::VarDecl *Var);
  void noteOverrides(const clang::CXXMethodDecl *MD);
  void walkBodies();
  void followParameters();

  struct HandOver {
    FunctionFacts *Owner;
    const clang::FunctionDecl *Callee;
    unsigned Index;
    Callables What;
    clang::SourceLocation Loc;
    bool Offloaded;
    unsigned Applied = 0; ///< how many flows of the parameter are taken over
  };

  UnitModel &Model;
  std::vector<FunctionFacts *> Queue;
  std::vector<HandOver> HandOvers;
  /// What becomes of a callable that a parameter holds.
  llvm::DenseMap<const clang::ParmVarDecl *, llvm::SmallVector<Placement, 1>>
      Flows;
  /// Initializers of variables at namespace and class scope.
  std::deque<FunctionFacts> Initializers;
  /// Parameters called inside a lambda: they run where the lambda does.
  llvm::MapVector<
      std::pair<const clang::ParmVarDecl *, const clang::FunctionDecl *>, bool>
      InvokedInside;
  llvm::DenseSet<const clang::FunctionDecl *> InstantiatedPatterns;
};

} // namespace asynctidy

#endif // ASYNC_TIDY_LIB_EFFECTS_UNITCOLLECTOR_H
