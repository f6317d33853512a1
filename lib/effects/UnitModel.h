//===-- UnitModel.h - The functions of a unit and what they do --*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_LIB_EFFECTS_UNITMODEL_H
#define ASYNC_TIDY_LIB_EFFECTS_UNITMODEL_H

#include "lib/catalog/Match.h"
#include "lib/context/Contexts.h"
#include "lib/effects/Facts.h"
#include "lib/effects/LibraryCopies.h"
#include "lib/effects/ResourceSites.h"
#include "lib/effects/RouteSites.h"
#include "clang/AST/DeclCXX.h"
#include "llvm/ADT/MapVector.h"
#include <deque>
#include <memory>

namespace asynctidy {

/// The analysis of one unit: which functions the project has there, what each
/// calls, what stops its thread, where it runs. Made in one walk over the
/// project's own code; what system headers declare is reached from there only.
class UnitModel {
public:
  static std::unique_ptr<UnitModel>
  build(clang::ASTContext &Ctx, std::shared_ptr<const catalog::Catalog> C);

  const clang::ASTContext &context() const { return Ctx; }
  const catalog::Catalog &catalog() const { return Matcher.catalog(); }
  const catalog::UnitMatcher &matcher() const { return Matcher; }
  /// Is \p D the project's own, and no library's or the compiler's?
  bool isOwn(const clang::Decl *D) const;

  /// Every function with a body that the project owns, in the order of the
  /// walk.
  const std::deque<FunctionFacts> &functions() const { return Functions; }
  /// What runs before main: the initializers of variables at namespace and
  /// class scope.
  const std::deque<FunctionFacts> &initializers() const { return Initializers; }
  /// The facts of \p FD; null when the unit doesn't have its body.
  const FunctionFacts *facts(const clang::FunctionDecl *FD) const;

  /// Where the unit says that functions run, in the order of the walk.
  llvm::ArrayRef<Placement> placements() const { return Places.all(); }
  llvm::ArrayRef<HandOver> handOvers() const { return HandOvers; }
  llvm::ArrayRef<Invocation> invocations() const { return Invocations; }
  llvm::ArrayRef<Event> events() const { return Events; }
  /// Where pools, clients, connections and handles are made and ended.
  llvm::ArrayRef<ResourceSite> resourceSites() const { return Sites; }
  const ReleaseNames &releases() const { return Releases; }
  /// Where the unit says which code answers which requests.
  llvm::ArrayRef<RouteSite> routeSites() const { return RouteSites; }
  /// Definitions of variables with static storage duration, function-local
  /// ones too, whose type could have or point to a resource.
  llvm::ArrayRef<const clang::VarDecl *> statics() const { return Statics; }

private:
  UnitModel(clang::ASTContext &Ctx, std::shared_ptr<const catalog::Catalog> C)
      : Ctx(Ctx), Matcher(std::move(C), Ctx),
        Copies(Ctx.getSourceManager(), Matcher), Places(Matcher),
        Releases(Matcher.catalog()) {}

  friend class UnitCollector;

  clang::ASTContext &Ctx;
  catalog::UnitMatcher Matcher;
  mutable LibraryCopies Copies;
  Contexts Places;
  /// A deque: a body's walk adds functions while it fills its own.
  std::deque<FunctionFacts> Functions;
  std::deque<FunctionFacts> Initializers;
  llvm::DenseMap<const clang::FunctionDecl *, FunctionFacts *> ByFunction;
  std::vector<HandOver> HandOvers;
  std::vector<Invocation> Invocations;
  std::vector<Event> Events;
  ReleaseNames Releases;
  std::vector<ResourceSite> Sites;
  std::vector<RouteSite> RouteSites;
  std::vector<const clang::VarDecl *> Statics;
};

} // namespace asynctidy

#endif // ASYNC_TIDY_LIB_EFFECTS_UNITMODEL_H
