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

/// Finds the functions of a unit and has their bodies walked.
class UnitCollector {
public:
  explicit UnitCollector(UnitModel &Model) : Model(Model) {}

  /// Everything: declarations and bodies.
  void run();

  // What the walk of a body tells.

  /// Makes sure that \p FD's body is walked, when the project owns it.
  void addFunction(const clang::FunctionDecl *FD);
  /// Local classes have methods too.
  void addDeclarations(const clang::DeclContext *DC);
  /// \p By puts \p What into \p Slot.
  void handOver(const clang::FunctionDecl *By, const clang::ValueDecl *Slot,
                Callables What, clang::SourceLocation Loc, bool Offloaded);
  /// \p What runs in \p Where. What runs inline, \p Owner calls.
  void place(FunctionFacts &Owner, const Callables &What,
             catalog::Context Where, const Reason &Why, bool Offloaded,
             bool Caught);
  /// \p By calls what \p Slot holds.
  void invoke(const clang::ValueDecl *Slot, const clang::FunctionDecl *By,
              clang::SourceLocation Loc, bool Offloaded, bool Caught);
  void addEvent(Event E) { Model.Events.push_back(std::move(E)); }
  void addSite(const ResourceSite &S) { Model.Sites.push_back(S); }
  void addSite(const RouteSite &S) { Model.RouteSites.push_back(S); }
  /// \p Var has static storage duration.
  void addStatic(const clang::VarDecl *Var);
  const ReleaseNames &releases() const { return Model.Releases; }

  /// The runtime whose loop \p FD would be on, as far as its own declaration
  /// and what was walked so far say.
  std::optional<llvm::StringRef>
  runtimeSoFar(const clang::FunctionDecl *FD) const {
    return Model.Places.runtimeSoFar(FD);
  }

  const catalog::UnitMatcher &matcher() const { return Model.Matcher; }
  clang::ASTContext &context() const { return Model.Ctx; }
  bool isOwn(const clang::Decl *D) const { return Model.isOwn(D); }

private:
  void addDeclaration(const clang::Decl *D);
  void addClassTemplate(const clang::ClassTemplateDecl *Template);
  void addFunctionTemplate(const clang::FunctionTemplateDecl *Template);
  void addInitializer(const clang::VarDecl *Var);
  void addMemberInitializer(const clang::FieldDecl *Field);
  void walkBodies();

  UnitModel &Model;
  std::vector<FunctionFacts *> Queue;
  llvm::DenseSet<const clang::FunctionDecl *> InstantiatedPatterns;
};

} // namespace asynctidy

#endif // ASYNC_TIDY_LIB_EFFECTS_UNITCOLLECTOR_H
