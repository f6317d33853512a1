//===-- ResourceRulesTest.cpp - What built-in packs say of resources ------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "TestPack.h"
#include "lib/catalog/Catalog.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSet.h"

namespace asynctidy::catalog {

namespace {

using llvm::StringRef;

/// The names with each scope before them.
std::vector<std::string> whole(llvm::ArrayRef<StringRef> Scopes,
                               llvm::ArrayRef<StringRef> Names) {
  std::vector<std::string> Whole;
  for (StringRef Name : Names) {
    if (Scopes.empty())
      Whole.push_back(Name.str());
    for (StringRef Scope : Scopes)
      Whole.push_back(Scope.empty() ? Name.str() : (Scope + "::" + Name).str());
  }
  return Whole;
}

/// The last part of a name.
StringRef lastPart(StringRef Name) {
  size_t Colons = Name.rfind("::");
  return Colons == StringRef::npos ? Name : Name.substr(Colons + 2);
}

/// The class that `a::X::X` makes, or nothing for another function.
StringRef madeBy(StringRef Function) {
  StringRef Class = Function.rsplit("::").first;
  return Class != Function && lastPart(Class) == lastPart(Function) ? Class
                                                                    : "";
}

/// What a pack's section `resources` knows.
struct Known {
  llvm::StringSet<> Types, Makers, Releases;

  explicit Known(const Pack &P) {
    for (const Entry &E : P.Entries) {
      if (E.Kind != Section::Resources)
        continue;
      for (const std::string &Type : whole(E.In, E.Types))
        Types.insert(Type);
      for (const std::string &Name : whole(E.In, E.Names))
        Makers.insert(Name);
      for (StringRef Name : E.Resource.ReleasedBy)
        Releases.insert(Name);
    }
  }
  bool makes(StringRef Function) const {
    return Makers.contains(Function) || Types.contains(madeBy(Function));
  }
};

/// Calls \p Use with each entry of `parameters` and what its pack knows.
template <typename F> void forEachParameter(F Use) {
  for (const Pack &P : builtinPacks()) {
    Known K(P);
    for (const Entry &E : P.Entries)
      if (E.Kind == Section::Parameters)
        Use(P, E, K);
  }
}

std::string placeOf(const Pack &P, const Entry &E) {
  return P.Name.str() + ".yaml:" + std::to_string(E.Line);
}

TEST(ResourceRules, MadeByItsConstructor) {
  EXPECT_EQ(madeBy("a::X::X"), "a::X");
  EXPECT_EQ(madeBy("X::X"), "X");
  EXPECT_EQ(madeBy("a::X::make"), "");
  EXPECT_EQ(madeBy("open"), "");
}

TEST(ResourceRules, WhatHasParametersIsAResource) {
  unsigned Names = 0;
  forEachParameter([&](const Pack &P, const Entry &E, const Known &K) {
    for (const std::string &Name : whole(E.In, E.Names)) {
      ++Names;
      EXPECT_TRUE(K.makes(Name))
          << placeOf(P, E) << ": '" << Name
          << "' has 'parameters', and no entry of 'resources' in the pack "
             "makes what it makes";
    }
  });
  EXPECT_GT(Names, 20u);
}

TEST(ResourceRules, ASetterEndsNothing) {
  forEachParameter([](const Pack &P, const Entry &E, const Known &K) {
    for (StringRef Setter : E.Parameter.Setters)
      EXPECT_FALSE(K.Releases.contains(Setter))
          << placeOf(P, E) << ": '" << Setter.str()
          << "' is one of 'setters', and of 'released-by'";
  });
}

/// The fix calls what counts as said afterwards.
TEST(ResourceRules, TheFixCallsASetter) {
  forEachParameter([](const Pack &P, const Entry &E, const Known &) {
    const ParameterUse &Use = E.Parameter;
    if (Use.Argument != NoArgument || Use.Write.empty())
      return;
    EXPECT_TRUE(Use.Write.contains("{object}")) << placeOf(P, E);
    EXPECT_TRUE(llvm::any_of(Use.Setters,
                             [&](StringRef Setter) {
                               return Use.Write.contains(
                                   (lastPart(Setter) + "(").str());
                             }))
        << placeOf(P, E) << ": " << Use.Write.str();
  });
}

} // namespace
} // namespace asynctidy::catalog
