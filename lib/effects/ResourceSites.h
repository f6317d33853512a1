//===-- ResourceSites.h - Where resources are made and ended ----*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_LIB_EFFECTS_RESOURCESITES_H
#define ASYNC_TIDY_LIB_EFFECTS_RESOURCESITES_H

#include "lib/catalog/Match.h"
#include "clang/AST/DeclCXX.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringSet.h"

namespace asynctidy {

/// An expression about a pool, client, connection or handle. What becomes of it
/// is asked of the AST around it, when the walk is over.
struct ResourceSite {
  enum Kind : uint8_t {
    Makes,  ///< a constructor, a factory, a maker as `std::make_unique`
    Ends,   ///< a function that ends or configures one is called or named
    Stores, ///< a variable with static storage duration gets a value
  };
  Kind What = Makes;
  const clang::Expr *E = nullptr;
  /// The function that has the expression; null before main.
  const clang::FunctionDecl *By = nullptr;
  /// The variable or member whose initializer has it, outside of By's body.
  const clang::ValueDecl *Initializes = nullptr;
  /// In the initializer of a function-local static.
  bool Once = false;
  /// Makes: what the catalog says, and the constructor that a maker calls.
  const catalog::NamedEntry *Entry = nullptr;
  const clang::CXXConstructorDecl *Made = nullptr;
  /// Ends: the function's full name in its pack; `delete`.
  llvm::StringRef Name = "";
  /// Stores: the variable.
  const clang::VarDecl *Variable = nullptr;
};

/// The functions of the catalog that end resources or set their parameters, by
/// the last component of their names.
class ReleaseNames {
public:
  explicit ReleaseNames(const catalog::Catalog &C);

  /// The full name by which a pack means what \p Call calls; empty for
  /// anything else.
  llvm::StringRef of(const catalog::CallView &Call,
                     const catalog::UnitMatcher &Matcher) const;
  /// Does the function of this full name set a parameter?
  bool isSetter(llvm::StringRef Name) const { return Setters.contains(Name); }

private:
  struct Known {
    llvm::StringRef Name;
    bool WithNumber;
  };
  void add(llvm::ArrayRef<llvm::StringRef> Names, bool WithNumber);

  llvm::StringMap<llvm::SmallVector<Known, 1>> ByLast;
  llvm::StringSet<> Setters;
};

/// Is the last argument a number or a duration?
bool endsWithNumber(const catalog::CallView &Call);

/// The entry of `resources` for a class, by the catalog or by the annotation
/// `async_tidy::pool` of the class itself; null when there is none.
const catalog::NamedEntry *resourceType(const clang::CXXRecordDecl *RD,
                                        const catalog::UnitMatcher &Matcher);

/// What \p Call makes: an entry of `resources` for the function, for the class
/// that is constructed, or for the class that a maker constructs (then \p Made
/// is set to its constructor, where that can be told). Null when it is nothing
/// of that kind.
const catalog::NamedEntry *resourceMade(const catalog::CallView &Call,
                                        const catalog::UnitMatcher &Matcher,
                                        const clang::CXXConstructorDecl *&Made);

/// The constructor of \p RD that a maker called with the arguments of \p Call
/// runs; null when that can't be told: overload resolution happened in the
/// library.
const clang::CXXConstructorDecl *constructorFor(const clang::CXXRecordDecl *RD,
                                                const catalog::CallView &Call);

/// The class that a maker (`std::make_shared<X>`, `optional<X>::emplace`)
/// constructs; null for any other call.
const clang::CXXRecordDecl *classMade(const catalog::CallView &Call,
                                      const catalog::UnitMatcher &Matcher);

/// The variable with static storage duration that \p Call gives a new value:
/// `x = value`, `x.reset(value)`, `x.emplace(...)`, `x.push_back(value)`; null
/// otherwise.
const clang::VarDecl *staticStored(const catalog::CallView &Call);

} // namespace asynctidy

#endif // ASYNC_TIDY_LIB_EFFECTS_RESOURCESITES_H
