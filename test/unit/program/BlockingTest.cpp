//===-- BlockingTest.cpp - What blocks, and through which calls -----------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "test/unit/program/TestProgram.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

using asynctidy::test::TestUnit;
using testing::ElementsAre;
using testing::IsEmpty;

namespace {

TEST(Blocking, ShortestChainIsShown) {
  TestUnit T(R"cpp(
    void c() { nap(1); }
    void b() { c(); }
    void a() { b(); c(); }
    Task<> f() { $a^a(); $b^b(); co_return; })cpp");
  EXPECT_THAT(T.findings(), ElementsAre("a: a > c > nap", "b: b > c > nap"));
}

TEST(Blocking, Recursion) {
  TestUnit T(R"cpp(
    void odd(int); void quiet(int n) { if (n) quiet(n - 1); }
    void even(int n) { odd(n - 1); }
    void odd(int n) { even(n - 1); nap(n); }
    Task<> f() { $a^even(2); quiet(3); co_return; })cpp");
  EXPECT_THAT(T.findings(), ElementsAre("a: even > odd > nap"));
}

TEST(Blocking, VirtualCallsReachOverriders) {
  TestUnit T(R"cpp(
    struct Repo { virtual void save() = 0; virtual void load() {} };
    struct Sql : Repo { void save() override { query(""); } void load() override {} };
    struct Quick final : Repo { void save() override {} };
    Task<> f(Repo &r, Quick &q, Sql &s) { $a^r.save(); r.load(); q.save(); $b^s.save(); co_return; })cpp");
  EXPECT_THAT(T.findings(),
              ElementsAre("a: Sql::save > query", "b: Sql::save > query"));
}

TEST(Blocking, QualifiedCallIsNotVirtual) {
  TestUnit T(R"cpp(
    struct Base { virtual void run() {} };
    struct Slow : Base { void run() override { nap(1); } };
    Task<> f(Base &b) { b.Base::run(); $a^b.run(); co_return; })cpp");
  EXPECT_THAT(T.findings(), ElementsAre("a: Slow::run > nap"));
}

TEST(Blocking, ConstructorsDestructorsOperators) {
  TestUnit T(R"cpp(
    struct Opens { Opens() { query(""); } };
    struct Member { Opens o; };
    struct Closes { ~Closes() { query(""); } };
    struct Holds { Closes c; };
    struct Stream { Stream &operator<<(int) { query(""); return *this; } };
    Task<> f(Stream &s) {
      Opens $a^a;
      Member $b^b;
      Closes $c^c;
      Holds $d^d;
      $e^s << 1;
      co_return;
    })cpp");
  EXPECT_THAT(T.findings(),
              ElementsAre("a: Opens > query", "b: Member > Opens > query",
                          "c: ~Closes > query", "d: ~Holds > ~Closes > query",
                          "e: Stream::operator<< > query"));
}

TEST(Blocking, ConstructorsThatAMakerCalls) {
  TestUnit T(R"cpp(
    struct One { One(int) { query(""); } };
    struct Two { Two(int); Two(const char *) { query(""); } };
    struct Three { Three() {} Three(int, int = 0) { query(""); } };
    Task<> f() {
      $a^std::make_shared<One>(1);
      std::make_shared<Two>("");
      std::make_shared<Three>();
      $b^std::make_shared<Three>(1);
      co_return;
    })cpp");
  EXPECT_THAT(T.findings(), ElementsAre("a: One > query", "b: Three > query"));
}

TEST(Blocking, LambdaCalledInPlace) {
  TestUnit T(R"cpp(
    Task<> f() {
      auto g = [] { nap(1); };
      $a^g();
      $b^[] { nap(1); }();
      std::function<void()> h = [] { nap(1); };
      $c^h();
      $d^each([] { nap(1); });
      co_return;
    })cpp");
  EXPECT_THAT(T.findings(), ElementsAre("a: lambda > nap", "b: lambda > nap",
                                        "c: lambda > nap", "d: lambda > nap"));
}

TEST(Blocking, TemplatesOncePerPlace) {
  TestUnit T(R"cpp(
    template <class X> void helper(X) { nap(1); }
    template <class X> Task<> f(X x) { $a^helper(x); co_return; }
    template <class X> Task<> never(X) { $b^nap(1); co_return; }
    template <class X> struct C { Task<> m() { $c^nap(1); co_return; } Task<> unused() { $d^nap(1); co_return; } };
    void g() { f(1); f('c'); C<int>().m(); C<char>().m(); })cpp");
  EXPECT_THAT(T.findings(),
              ElementsAre("a: helper > nap", "b: nap", "c: nap", "d: nap"));
}

TEST(Blocking, EveryInstantiationCountsAtItsPlace) {
  TestUnit T(R"cpp(
    struct One { void handle() { nap(1); } };
    struct Two { void handle() { query(""); } };
    template <class X> Task<> f(X x) { $a^x.handle(); co_return; }
    void g() { f(One()); f(Two()); })cpp");
  EXPECT_THAT(T.findings(),
              ElementsAre("a: One::handle > nap, Two::handle > query"));
}

TEST(Blocking, DiscardedAndUnevaluated) {
  TestUnit T(R"cpp(
    int slow() { nap(1); return 0; }
    template <class X> Task<> f() {
      if constexpr (sizeof(X) == 1) nap(1);
      co_return;
    }
    Task<> g() {
      if constexpr (false) nap(1);
      (void)sizeof(slow());
      (void)noexcept(slow());
      decltype(slow()) x = 0; (void)x;
      co_await f<int>();
    })cpp");
  EXPECT_THAT(T.findings(), IsEmpty());
}

TEST(Blocking, AwaitedCallsDoNotBlockButTheirBodiesRun) {
  TestUnit T(R"cpp(
    struct Awaiter {
      bool await_ready();
      void await_suspend(std::coroutine_handle<>) { $c^nap(1); }
      void await_resume() { nap(2); }
    };
    struct Elsewhere {
      bool await_ready();
      void await_suspend(std::coroutine_handle<>) { nap(1); }
      void await_resume();
    };
    Task<> eager() { $a^nap(1); co_return; }
    Task<> wraps() { nap(1); return eager(); }
    Task<> f() {
      co_await eager();
      co_await $b^wraps();
      $d^co_await Awaiter{};
    }
    Task<> g() { co_await pool.schedule(); co_await Elsewhere{}; })cpp");
  EXPECT_THAT(T.findings(), ElementsAre("c: nap", "a: nap", "b: wraps > nap",
                                        "d: Awaiter::await_resume > nap"));
}

TEST(Blocking, OverloadsAndWildcards) {
  TestUnit T(R"cpp(
    struct Mine : Client { int own(); };
    Task<> f(Client &c, Mine &m) {
      $a^query("x"); query("x", 1);
      $b^c.fetch(); c.name();
      $c^m.fetch(); m.own();
      co_return;
    })cpp");
  EXPECT_THAT(T.findings(),
              ElementsAre("a: query", "b: Client::fetch", "c: Client::fetch"));
}

TEST(Blocking, OwnNamesakesAreSilent) {
  TestUnit T(R"cpp(
    namespace app { void nap(int) {} struct Future { int get() { return 1; } }; }
    struct Tool { void nap(int) {} void query(const char *) {} };
    Task<> f(app::Future &x, Tool &t) { app::nap(1); x.get(); t.nap(1); t.query(""); co_return; })cpp");
  EXPECT_THAT(T.findings(), IsEmpty());
}

TEST(Blocking, ZeroTimeoutAndKnownReady) {
  TestUnit T(R"cpp(
    constexpr int none = 0;
    Task<> f(Future &x, Future &y, Future &z) {
      if (x.wait_for(0)) x.get();
      if (y.wait_for(none)) $a^z.get();
      $b^y.wait_for(5);
      co_return;
    })cpp");
  EXPECT_THAT(T.findings(),
              ElementsAre("a: Future::get", "b: Future::wait_for"));
}

TEST(Blocking, DestructorUnlessDetachedOrMoved) {
  TestUnit T(R"cpp(
    void keep(Thread &&);
    Task<> f() {
      Thread $a^a;
      Thread b; b.detach();
      Thread c; keep(std::move(c));
      co_return;
    })cpp");
  EXPECT_THAT(T.findings(), ElementsAre("a: ~Thread"));
}

TEST(Blocking, OneFindingPerStream) {
  TestUnit T(R"cpp(
    Task<> f() {
      File $a^a("x"); a.open("y");
      File b; $b^b.open("x"); b.open("y");
      co_return;
    })cpp");
  EXPECT_THAT(T.findings(), ElementsAre("a: File", "b: File::open"));
}

TEST(Blocking, Descriptors) {
  const char *Code = R"cpp(
    Task<> f(int unknown, int flags) {
      int a = open_fd(0); $a^read_fd(a);
      int b = open_fd(8); $b^read_fd(b);
      int c = open_fd(flags); $c^read_fd(c);
      $d^read_fd(unknown);
      co_return;
    })cpp";
  EXPECT_THAT(TestUnit(Code).findings(), ElementsAre("a: read_fd"));
  EXPECT_THAT(TestUnit(Code, /*Strict=*/true).findings(),
              ElementsAre("a: read_fd", "c: read_fd", "d: read_fd"));
}

TEST(Blocking, StrictOnlyWhenAsked) {
  const char *Code = R"cpp(
    bool helper() { return exists("x"); }
    bool slow() { nap(1); return true; }
    Task<> f() { $a^exists("x"); $b^helper(); static bool once = $c^slow(); co_return; })cpp";
  EXPECT_THAT(TestUnit(Code).findings(), IsEmpty());
  TestUnit T(Code, /*Strict=*/true);
  EXPECT_THAT(T.findings(),
              ElementsAre("a: exists", "b: helper > exists", "c: slow > nap"));
  for (const asynctidy::program::LoopBlock &B : T.blocks())
    EXPECT_FALSE(B.StrictWhy.empty());
}

TEST(Blocking, LocksAcrossSuspension) {
  TestUnit T(R"cpp(
    Task<> work();
    Task<> f(Mutex &m, Other &o) {
      { Guard<Mutex> $a^held(m); co_await work(); }
      { Guard<Mutex> before(m); } co_await work();
      { Guard<Mutex> freed(m); freed.unlock(); co_await work(); }
      { Guard<Mutex> again(m, defer_lock_t()); co_await work(); }
      { Guard<Other> fine(o); co_await work(); }
      $b^m.lock(); co_await work(); m.unlock(); co_await work();
    })cpp");
  EXPECT_THAT(T.findings(), ElementsAre("a: held", "b: m"));
}

TEST(Blocking, FixOnlyWhereAnAwaitCanStand) {
  TestUnit T(R"cpp(
    #define NAP nap(1)
    Task<> f(bool b) {
      nap(1);
      if (b) nap(2);
      b ? nap(3) : void();
      { Guard<Mutex> g(mutex); nap(4); }
      NAP;
      co_return;
    })cpp");
  std::vector<bool> May;
  for (const asynctidy::program::LoopBlock &B : T.blocks())
    May.push_back(B.Leaf->CanAwait);
  EXPECT_THAT(May, ElementsAre(true, true, false, false, false));
}

} // namespace
