//===-- CodecTraits.h - The types that facts are made of --------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_LIB_PROGRAM_CODECTRAITS_H
#define ASYNC_TIDY_LIB_PROGRAM_CODECTRAITS_H

#include "lib/program/UnitFacts.h"
#include <concepts>
#include <type_traits>

namespace asynctidy::program::codec {

/// The last enumerator. A new enumeration needs a line here, or it doesn't
/// compile; CodecTest compares with the catalog's spellings.
constexpr auto lastOf(catalog::Category) { return catalog::Category::Console; }
constexpr auto lastOf(catalog::Level) { return catalog::Level::Strict; }
constexpr auto lastOf(catalog::Context) { return catalog::Context::Shutdown; }
constexpr auto lastOf(catalog::EventKind) {
  return catalog::EventKind::HandlesExceptions;
}
constexpr auto lastOf(catalog::ResourceKind) {
  return catalog::ResourceKind::Executor;
}
constexpr auto lastOf(catalog::Verdict) { return catalog::Verdict::Fine; }
constexpr auto lastOf(catalog::ParameterKind) {
  return catalog::ParameterKind::Connect;
}
constexpr auto lastOf(Destination) { return Destination::Handed; }
constexpr auto lastOf(StaticFact::Storage) { return StaticFact::Local; }
constexpr auto lastOf(StaticFact::Form) { return StaticFact::Pointer; }
constexpr auto lastOf(ReasonFact::Kind) { return ReasonFact::Stored; }
constexpr auto lastOf(Symbol::Annotation) { return Symbol::NonBlocking; }
constexpr auto lastOf(OriginFact::Kind) { return OriginFact::Entity; }
constexpr auto lastOf(UseFact::Kind) { return UseFact::NotThere; }
constexpr auto lastOf(WriteFact::Kind) { return WriteFact::Whole; }
constexpr auto lastOf(WriteFact::Cure) { return WriteFact::Loads; }
constexpr auto lastOf(BlockFact::Kind) { return BlockFact::HeldLock; }

template <typename E>
concept Enumeration = std::is_enum_v<E>;

/// The number of the last enumerator.
template <Enumeration E> constexpr uint64_t lastNumber() {
  return static_cast<uint64_t>(lastOf(E()));
}

template <typename T>
concept Number = std::integral<T> && !std::same_as<T, bool>;

struct AnyVisitor {
  template <typename T> void operator()(const char *, T &) {}
};

template <typename T>
concept Struct = requires(T Value, AnyVisitor Visit) { Value.visit(Visit); };

/// Visits what must not change. \p Visit gets references to const.
template <Struct T, typename V> void visitFields(const T &Value, V &&Visit) {
  auto Const = [&]<typename F>(const char *Name, const F &Field) {
    Visit(Name, Field);
  };
  const_cast<T &>(Value).visit(Const);
}
template <typename V> void visitKinds(const UnitFacts &Facts, V &&Visit) {
  auto Const = [&]<typename F>(const char *Name, const F &Field) {
    Visit(Name, Field);
  };
  const_cast<UnitFacts &>(Facts).visitKinds(Const);
}

} // namespace asynctidy::program::codec

#endif // ASYNC_TIDY_LIB_PROGRAM_CODECTRAITS_H
