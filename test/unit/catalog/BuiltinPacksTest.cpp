//===-- BuiltinPacksTest.cpp - The tables say what the files say ----------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "TestPack.h"
#include "lib/catalog/Catalog.h"
#include <type_traits>

namespace asynctidy::catalog {

namespace {

using llvm::StringRef;

/// Every field of a pack as text, so that a difference can be read.
class Dump {
public:
  std::string Text;

  void pack(const Pack &P) {
    put(P.Name, P.Library, P.Description);
    for (const Entry &E : P.Entries)
      entry(E);
    for (const Replacement &R : P.Replacements) {
      put("replacement", R.Runtime, spelling(R.Cat), R.Text, R.Headers, R.Fix,
          R.Line);
      for (const Need &N : R.Needs)
        put(N.Placeholder, N.Types);
    }
    for (const Verify &V : P.Verifies)
      put("verify", V.Package, V.Includes, V.Under, V.Flags);
  }

private:
  void entry(const Entry &E) {
    const Condition &W = E.When;
    put(spelling(E.Kind), E.Line, E.In, E.Names, E.Types, E.NotIn);
    put(W.Parameters.Min, W.Parameters.Max, W.Arguments.Min, W.Arguments.Max,
        W.Types, W.NotTypes, W.Receiver, W.Returns, W.NotReturns, W.Null,
        W.NotNull, W.Bits, W.NotBits, W.Refers);
    put(spelling(E.Cat), spelling(E.Lvl), E.Why, E.Timeout, E.Sleep.Argument,
        spelling(E.Sleep.Unit), E.Unless.Names, E.Unless.Same, E.Help,
        E.Descriptor, E.Within, E.NonBlockingBits);
    put(E.Runtime, spelling(E.Coroutine), E.Returned, E.Arguments,
        spelling(E.Runs), E.Executor, E.Of, E.Acquire, E.Release);
    put(E.Request, spelling(E.Event));
    const ResourceUse &R = E.Resource;
    put(spelling(R.Kind), spelling(R.Static), spelling(R.PerRequest), R.Shared,
        R.Empty, R.ReleasedBy, R.Handle, R.HandleType, R.Unreleased, R.Drains);
    const ParameterUse &P = E.Parameter;
    put(spelling(P.Kind), P.Name, P.Argument, P.Field, P.Key,
        spelling(P.Syntax), P.Setters, P.WithNumber, P.Nothing, P.Without,
        P.Write, P.Headers);
    const RouteUse &Route = E.Route;
    put(Route.Handler, Route.HandlerMethod, Route.Overrides, Route.Path,
        Route.ClassPath, Route.Methods, Route.Method, Route.Default,
        Route.Component, Route.Objects, Route.Macros);
    const ReadUse &Read = E.Read;
    put(spelling(Read.Kind), Read.From, Read.Key, Read.Default, Read.Into,
        static_cast<int>(Read.Absent), static_cast<int>(Read.Invalid),
        Read.Test, Read.Reader, Read.Merge);
    const AnswerUse &Answer = E.Answer;
    put(Answer.Parameter, Answer.Returns, Answer.NotFound, Answer.BadRequest);
  }

  template <typename... Values> void put(const Values &...All) {
    (one(All), ...);
    Text += '\n';
  }
  void one(StringRef Value) { Text += "'" + Value.str() + "' "; }
  void one(const char *Value) { one(StringRef(Value)); }
  template <typename Number>
    requires std::is_arithmetic_v<Number>
  void one(Number Value) {
    Text += std::to_string(Value) + " ";
  }
  void one(const IndexedText &Value) { put(Value.Index, Value.Text); }
  void one(const IndexedBits &Value) { put(Value.Index, Value.Bits); }
  template <typename T> void one(llvm::ArrayRef<T> Values) {
    Text += '[';
    for (const T &Value : Values)
      one(Value);
    Text += "] ";
  }
};

/// The first line of each that isn't the same, or nothing.
std::string firstDifference(StringRef Left, StringRef Right) {
  while (!Left.empty() || !Right.empty()) {
    auto [LeftLine, LeftRest] = Left.split('\n');
    auto [RightLine, RightRest] = Right.split('\n');
    if (LeftLine != RightLine)
      return (LeftLine + "\n" + RightLine).str();
    Left = LeftRest;
    Right = RightRest;
  }
  return "";
}

TEST(BuiltinPacks, SayWhatTheirFilesSay) {
  ASSERT_FALSE(builtinPacks().empty());
  for (const Pack &P : builtinPacks()) {
    std::vector<PackError> Errors;
    auto Storage =
        readPackFile((ASYNC_TIDY_PACKS "/" + P.Name + ".yaml").str(), Errors);
    ASSERT_TRUE(Storage) << P.Name.str();
    Dump Table, File;
    Table.pack(P);
    File.pack(Storage->P);
    // Whole packs in a message would hide the difference.
    EXPECT_EQ(firstDifference(Table.Text, File.Text), "") << P.Name.str();
    EXPECT_EQ(P.File, "");
  }
}

} // namespace
} // namespace asynctidy::catalog
