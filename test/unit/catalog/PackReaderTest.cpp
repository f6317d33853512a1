//===-- PackReaderTest.cpp - What a right pack says -----------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "TestPack.h"
#include "llvm/ADT/STLExtras.h"

namespace asynctidy::catalog {

namespace {

using llvm::StringRef;
using Texts = std::vector<StringRef>;

Texts texts(llvm::ArrayRef<StringRef> Items) { return Items.vec(); }

/// The only entry of a pack with this body.
class OneEntry {
public:
  explicit OneEntry(StringRef Body) : Storage(goodPack(withHead(Body))) {
    EXPECT_EQ(Storage->P.Entries.size(), 1u);
  }
  const Entry *operator->() const {
    static const Entry None;
    return Storage->P.Entries.empty() ? &None : &Storage->P.Entries.front();
  }

private:
  std::unique_ptr<PackStorage> Storage;
};

TEST(PackReader, ReadsTheHead) {
  auto Storage = goodPack("pack: boost-asio\n"
                          "library: Boost.Asio\n"
                          "description: Networking\n"
                          "verify:\n"
                          "  - package: libboost1.81-dev\n"
                          "    includes: [boost/asio.hpp, boost/asio/ssl.hpp]\n"
                          "    under: boost::asio\n"
                          "    flags: [-DX=1, -I/usr/include/x]\n"
                          "  - includes: asio.hpp\n");
  EXPECT_EQ(Storage->P.Name, "boost-asio");
  EXPECT_EQ(Storage->P.Library, "Boost.Asio");
  EXPECT_EQ(Storage->P.Description, "Networking");
  EXPECT_EQ(Storage->P.File, "test.yaml");
  EXPECT_EQ(Storage->NameLine, 1u);
  EXPECT_EQ(Storage->NameColumn, 7u);
  ASSERT_EQ(Storage->P.Verifies.size(), 2u);
  const Verify &V = Storage->P.Verifies[0];
  EXPECT_EQ(V.Package, "libboost1.81-dev");
  EXPECT_EQ(texts(V.Includes), Texts({"boost/asio.hpp", "boost/asio/ssl.hpp"}));
  EXPECT_EQ(V.Under, "boost::asio");
  EXPECT_EQ(texts(V.Flags), Texts({"-DX=1", "-I/usr/include/x"}));
  EXPECT_EQ(texts(Storage->P.Verifies[1].Includes), Texts({"asio.hpp"}));
}

TEST(PackReader, ReadsBlocking) {
  OneEntry E("blocking:\n"
             "  - in: [a::b, c]\n"
             "    names: [get, D::D, D::~D, \"operator<<\", operator bool]\n"
             "    category: cache\n"
             "    level: strict\n"
             "    why: mostly answered from memory\n"
             "    timeout: -1\n"
             "    duration: {argument: 1, unit: ms}\n"
             "    unless-called: {names: [is_ready, a::f], same: receiver}\n"
             "    help: co_await it\n"
             "    descriptor: 0\n"
             "    within: [seastar, asio]\n");
  EXPECT_EQ(E->Kind, Section::Blocking);
  EXPECT_EQ(E->Line, 5u);
  EXPECT_EQ(texts(E->In), Texts({"a::b", "c"}));
  EXPECT_EQ(texts(E->Names),
            Texts({"get", "D::D", "D::~D", "operator<<", "operator bool"}));
  EXPECT_TRUE(E->Types.empty());
  EXPECT_EQ(E->Cat, Category::Cache);
  EXPECT_EQ(E->Lvl, Level::Strict);
  EXPECT_EQ(E->Why, "mostly answered from memory");
  EXPECT_EQ(E->Timeout, -1);
  EXPECT_EQ(E->Sleep.Argument, 1);
  EXPECT_EQ(E->Sleep.Unit, DurationUnit::Millis);
  EXPECT_EQ(texts(E->Unless.Names), Texts({"is_ready", "a::f"}));
  EXPECT_EQ(E->Unless.Same, ReceiverArgument);
  EXPECT_EQ(E->Help, "co_await it");
  EXPECT_EQ(E->Descriptor, 0);
  EXPECT_EQ(texts(E->Within), Texts({"seastar", "asio"}));
}

TEST(PackReader, DefaultsAreThoseOfTheModel) {
  OneEntry E("blocking:\n  - names: [f]\n    category: file\n");
  EXPECT_EQ(texts(E->In), Texts({""}));
  EXPECT_EQ(E->Lvl, Level::Default);
  EXPECT_EQ(E->Timeout, NoArgument);
  EXPECT_EQ(E->Sleep.Argument, NoArgument);
  EXPECT_EQ(E->Descriptor, NoArgument);
  EXPECT_EQ(E->Executor, NoArgument);
  EXPECT_TRUE(E->When.Parameters.contains(0));
  EXPECT_TRUE(E->When.Arguments.contains(200));
  OneEntry Unless("blocking:\n  - names: [f]\n    category: file\n"
                  "    unless-called: {names: g}\n");
  EXPECT_EQ(Unless->Unless.Same, AnyArgument);
}

TEST(PackReader, EveryCategoryHasItsWord) {
  for (unsigned C = 0; C < NumCategories; ++C) {
    StringRef Word = spellings<Category>()[C];
    OneEntry E(("blocking:\n  - names: [f]\n    category: " + Word).str());
    EXPECT_EQ(E->Cat, static_cast<Category>(C));
    EXPECT_EQ(spelling(E->Cat), Word);
  }
}

TEST(PackReader, ReadsConditions) {
  OneEntry E("nonblocking:\n"
             "  - names: [f]\n"
             "    when:\n"
             "      parameters: 2+\n"
             "      arguments: \"1-3\"\n"
             "      types: {1: std::function, 0: [\"const char *\", int]}\n"
             "      not-types: {-1: A}\n"
             "      receiver: [B, c::D]\n"
             "      returns: std::future\n"
             "      not-returns: [void]\n"
             "      null: [3]\n"
             "      not-null: 4\n"
             "      bits: {3: 0x40}\n"
             "      not-bits: {2: 16}\n"
             "      refers: {receiver: std::cin, 0: e::f}\n");
  const Condition &When = E->When;
  EXPECT_EQ(When.Parameters.Min, 2u);
  EXPECT_EQ(When.Parameters.Max, UINT_MAX);
  EXPECT_EQ(When.Arguments.Min, 1u);
  EXPECT_EQ(When.Arguments.Max, 3u);
  ASSERT_EQ(When.Types.size(), 3u);
  EXPECT_EQ(When.Types[0].Index, 1);
  EXPECT_EQ(When.Types[0].Text, "std::function");
  EXPECT_EQ(When.Types[1].Text, "const char *");
  EXPECT_EQ(When.Types[2].Index, 0);
  EXPECT_EQ(When.Types[2].Text, "int");
  ASSERT_EQ(When.NotTypes.size(), 1u);
  EXPECT_EQ(When.NotTypes[0].Index, -1);
  EXPECT_EQ(texts(When.Receiver), Texts({"B", "c::D"}));
  EXPECT_EQ(texts(When.Returns), Texts({"std::future"}));
  EXPECT_EQ(texts(When.NotReturns), Texts({"void"}));
  EXPECT_EQ(When.Null.vec(), std::vector<int>({3}));
  EXPECT_EQ(When.NotNull.vec(), std::vector<int>({4}));
  ASSERT_EQ(When.Bits.size(), 1u);
  EXPECT_EQ(When.Bits[0].Bits, 0x40u);
  ASSERT_EQ(When.NotBits.size(), 1u);
  EXPECT_EQ(When.NotBits[0].Index, 2);
  EXPECT_EQ(When.NotBits[0].Bits, 16u);
  ASSERT_EQ(When.Refers.size(), 2u);
  EXPECT_EQ(When.Refers[0].Index, ReceiverArgument);
  EXPECT_EQ(When.Refers[1].Text, "e::f");
}

TEST(PackReader, ReadsExactCounts) {
  OneEntry E("nonblocking:\n  - {names: f, when: {parameters: 2}}\n");
  EXPECT_TRUE(E->When.Parameters.contains(2));
  EXPECT_FALSE(E->When.Parameters.contains(1));
  EXPECT_FALSE(E->When.Parameters.contains(3));
}

TEST(PackReader, ReadsDescriptors) {
  OneEntry E("descriptors:\n"
             "  - names: [open]\n"
             "    nonblocking: {argument: 1, bits: 0x800}\n");
  EXPECT_EQ(E->Kind, Section::Descriptors);
  EXPECT_EQ(E->NonBlockingBits.Index, 1);
  EXPECT_EQ(E->NonBlockingBits.Bits, 0x800u);
  OneEntry Always("descriptors:\n  - names: [pipe]\n");
  EXPECT_EQ(Always->NonBlockingBits.Index, NoArgument);
}

TEST(PackReader, ReadsCoroutines) {
  OneEntry E("coroutines:\n"
             "  - types: [seastar::future]\n"
             "    runtime: seastar\n"
             "    returned: true\n");
  EXPECT_EQ(texts(E->Types), Texts({"seastar::future"}));
  EXPECT_EQ(E->Runtime, "seastar");
  EXPECT_EQ(E->Coroutine, CoroutineKind::Task);
  EXPECT_TRUE(E->Returned);
  OneEntry Generator("coroutines:\n"
                     "  - types: std::generator\n"
                     "    kind: generator\n");
  EXPECT_EQ(Generator->Coroutine, CoroutineKind::Generator);
  EXPECT_FALSE(Generator->Returned);
}

TEST(PackReader, ReadsCallbacks) {
  OneEntry E("callbacks:\n"
             "  - in: drogon\n"
             "    names: [app]\n"
             "    arguments: [0, -1]\n"
             "    context: startup\n"
             "    executor: receiver\n"
             "    runtime: drogon\n"
             "    request: true\n");
  EXPECT_TRUE(E->Request);
  EXPECT_EQ(E->Arguments.vec(), std::vector<int>({0, -1}));
  EXPECT_EQ(E->Runs, Context::Startup);
  EXPECT_EQ(E->Executor, ReceiverArgument);
  EXPECT_EQ(E->Runtime, "drogon");
  OneEntry All("callbacks:\n  - {names: f, arguments: all, context: inline}\n");
  EXPECT_EQ(All->Arguments.vec(), std::vector<int>({AnyArgument}));
  EXPECT_EQ(All->Runs, Context::Inline);
  EXPECT_FALSE(All->Request);
  OneEntry Last("callbacks:\n"
                "  - {names: f, arguments: 0, context: shutdown}\n");
  EXPECT_EQ(Last->Runs, Context::Shutdown);
}

TEST(PackReader, ReadsOverridesExecutorsAndWrappers) {
  OneEntry Override("overrides:\n"
                    "  - names: [drogon::HttpFilter::doFilter]\n"
                    "    context: loop\n"
                    "    runtime: drogon\n"
                    "    request: true\n");
  EXPECT_EQ(Override->Kind, Section::Overrides);
  EXPECT_TRUE(Override->Request);
  EXPECT_EQ(Override->Runs, Context::Loop);
  OneEntry Executor("executors:\n"
                    "  - types: [asio::thread_pool]\n"
                    "    context: offload\n");
  EXPECT_EQ(Executor->Kind, Section::Executors);
  EXPECT_EQ(Executor->Runs, Context::Offload);
  OneEntry Wrapper("wrappers:\n"
                   "  - names: [asio::bind_executor]\n"
                   "    argument: 1\n"
                   "    executor: 0\n");
  EXPECT_EQ(Wrapper->Kind, Section::Wrappers);
  EXPECT_EQ(Wrapper->Arguments.vec(), std::vector<int>({1}));
  EXPECT_EQ(Wrapper->Executor, 0);
}

TEST(PackReader, ReadsSwitchesAndLocks) {
  OneEntry Switch("switches:\n"
                  "  - names: [coro::thread_pool::schedule]\n"
                  "    context: offload\n");
  EXPECT_EQ(Switch->Kind, Section::Switches);
  EXPECT_EQ(Switch->Runs, Context::Offload);
  OneEntry Decided("switches:\n  - {names: asio::post, executor: 0}\n");
  EXPECT_EQ(Decided->Executor, 0);
  EXPECT_EQ(Decided->Runs, Context::Offload);
  OneEntry Guard("locks:\n"
                 "  - types: [std::lock_guard]\n"
                 "    of: [std::mutex]\n");
  EXPECT_EQ(Guard->Kind, Section::Locks);
  EXPECT_EQ(texts(Guard->Of), Texts({"std::mutex"}));
  OneEntry Lock("locks:\n  - {names: m::lock, acquire: true}\n");
  EXPECT_TRUE(Lock->Acquire);
  EXPECT_FALSE(Lock->Release);
  OneEntry Unlock("locks:\n  - {names: m::unlock, release: true}\n");
  EXPECT_TRUE(Unlock->Release);
}

TEST(PackReader, ReadsEvents) {
  OneEntry Loop("events:\n"
                "  - in: app\n"
                "    names: [run]\n"
                "    event: runs-loop\n"
                "    help: make it before app().run()\n");
  EXPECT_EQ(Loop->Kind, Section::Events);
  EXPECT_EQ(Loop->Event, EventKind::RunsLoop);
  EXPECT_EQ(Loop->Help, "make it before app().run()");
  OneEntry Accepts("events:\n  - {names: f, event: accepts}\n");
  EXPECT_EQ(Accepts->Event, EventKind::Accepts);
  EXPECT_EQ(Accepts->Help, "");
  OneEntry Signal("events:\n  - {names: f, event: handles-signal}\n");
  EXPECT_EQ(Signal->Event, EventKind::HandlesSignal);
  OneEntry Stops("events:\n  - {names: f, event: stops}\n");
  EXPECT_EQ(Stops->Event, EventKind::Stops);
}

TEST(PackReader, ReadsReplacements) {
  auto Storage = goodPack(
      withHead("replacements:\n"
               "  - runtime: libcoro\n"
               "    category: sleep\n"
               "    text: co_await {scheduler}yield_for({duration})\n"
               "    headers: [coro/coro.hpp]\n"
               "    fix: true\n"
               "    needs: {scheduler: [coro::io_scheduler]}\n"
               "  - {runtime: libcoro, category: file, text: \"f({argument:0}, "
               "std::vector<int>{}, {1})\"}\n"));
  ASSERT_EQ(Storage->P.Replacements.size(), 2u);
  const Replacement &R = Storage->P.Replacements[0];
  EXPECT_EQ(R.Line, 5u);
  EXPECT_EQ(R.Runtime, "libcoro");
  EXPECT_EQ(R.Cat, Category::Sleep);
  EXPECT_EQ(R.Text, "co_await {scheduler}yield_for({duration})");
  EXPECT_EQ(texts(R.Headers), Texts({"coro/coro.hpp"}));
  EXPECT_TRUE(R.Fix);
  ASSERT_EQ(R.Needs.size(), 1u);
  EXPECT_EQ(R.Needs[0].Placeholder, "scheduler");
  EXPECT_EQ(texts(R.Needs[0].Types), Texts({"coro::io_scheduler"}));
  EXPECT_FALSE(Storage->P.Replacements[1].Fix);
}

TEST(PackReader, EntriesKeepTheirOrderWithinASection) {
  auto Storage =
      goodPack(withHead("nonblocking:\n  - names: [a]\n  - names: [b]\n"
                        "blocking:\n  - {names: c, category: file}\n"));
  std::string Order;
  for (const Entry &E : Storage->P.Entries)
    Order += E.Names.front();
  EXPECT_EQ(Order, "cab");
}

TEST(PackReader, SameNameWithOtherConditionsIsFine) {
  EXPECT_EQ(mistakesIn("callbacks:\n"
                       "  - {names: f, arguments: [1], context: offload}\n"
                       "  - {names: f, arguments: [2], context: loop}\n"
                       "nonblocking:\n"
                       "  - {names: f, when: {arguments: 1}}\n"
                       "  - {names: f, when: {arguments: 2}}\n"
                       "  - {in: g, names: f}\n"
                       "locks:\n"
                       "  - {names: l, of: a, acquire: true}\n"
                       "  - {names: l, of: b, acquire: true}\n"),
            "");
}

TEST(PackReader, TextsOutliveTheFile) {
  std::unique_ptr<PackStorage> Storage;
  {
    std::string Text = withHead("nonblocking:\n  - names: [some_name]\n");
    Storage = goodPack(Text);
    llvm::fill(Text, 'x');
  }
  EXPECT_EQ(Storage->P.Name, "test");
  EXPECT_EQ(Storage->P.Entries[0].Names[0], "some_name");
}

} // namespace
} // namespace asynctidy::catalog
