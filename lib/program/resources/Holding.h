//===-- Holding.h - Does a type have a resource in it? ----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_LIB_PROGRAM_RESOURCES_HOLDING_H
#define ASYNC_TIDY_LIB_PROGRAM_RESOURCES_HOLDING_H

#include "lib/catalog/Match.h"
#include "lib/program/UnitFacts.h"

namespace asynctidy::program {

/// What a variable of some type has.
struct Holding {
  /// The resource's entry; null when the type has none.
  const catalog::NamedEntry *Entry = nullptr;
  StaticFact::Form Form = StaticFact::Object;
  /// The resource's class.
  const clang::CXXRecordDecl *Class = nullptr;
  /// The project's own class that has it among its private members, or null: it
  /// may be a pool itself, or something that cares for its life.
  const clang::CXXRecordDecl *Keeper = nullptr;

  explicit operator bool() const { return Entry != nullptr; }
};

/// Looks for resources in the types of one unit.
class Holdings {
public:
  Holdings(const catalog::UnitMatcher &Matcher, const clang::ASTContext &Ctx);

  /// What \p T has: the class itself, what a smart pointer, optional or
  /// container is of, the members of an aggregate or class.
  Holding of(clang::QualType T) const { return type(T, 0); }

private:
  Holding type(clang::QualType T, unsigned Depth) const;
  const catalog::NamedEntry *entry(const clang::CXXRecordDecl *RD) const;
  Holding wrapper(const clang::CXXRecordDecl *RD, unsigned Depth) const;
  Holding argument(const clang::TemplateArgument &Arg, unsigned Depth) const;
  Holding ownClass(const clang::CXXRecordDecl *RD, unsigned Depth) const;

  const catalog::UnitMatcher &Matcher;
  /// The structs of C behind `handle-type`.
  llvm::DenseMap<const clang::CXXRecordDecl *, const catalog::NamedEntry *>
      Handles;
};

/// Is it a smart pointer or a wrapper that ends what it is given?
bool isOwner(clang::QualType T);

/// `sw::redis::Redis`, as packs spell it.
std::string resourceName(const clang::NamedDecl *D);

} // namespace asynctidy::program

#endif // ASYNC_TIDY_LIB_PROGRAM_RESOURCES_HOLDING_H
