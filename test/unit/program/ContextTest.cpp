//===-- ContextTest.cpp - What runs on the loop, what doesn't -------------===//
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

TEST(Context, CoroutineRunsOnTheLoop) {
  EXPECT_THAT(TestUnit("Task<> f() { $a^nap(1); co_return; }").findings(),
              ElementsAre("a: nap"));
}

TEST(Context, PlainFunctionIsSilent) {
  EXPECT_THAT(TestUnit("void f() { nap(1); }").findings(), IsEmpty());
}

TEST(Context, GeneratorRunsInItsCaller) {
  EXPECT_THAT(TestUnit("Generator g() { nap(1); co_yield 1; }"
                       "Task<> f() { $a^g(); co_return; }")
                  .findings(),
              ElementsAre("a: g > nap"));
}

TEST(Context, FunctionThatReturnsAReplyIsOnTheLoop) {
  EXPECT_THAT(TestUnit("Reply f() { $a^nap(1); return {}; }").findings(),
              ElementsAre("a: nap"));
}

TEST(Context, CallbacksOfEveryForm) {
  TestUnit T(R"cpp(
    void named() { $named^nap(1); }
    struct S {
      void member() { $member^nap(1); }
      void run() { post(bound(&S::member)); }
    };
    struct Functor { int state; void operator()() { $functor^nap(1); } };
    template <class D> struct Route {
      template <class... A> void operator()(A...) { $route^static_cast<D *>(this)->run(); }
    };
    struct Route1 : Route<Route1> {
      void run() { nap(1); }
      void add() { post(*this); (*this)(1); }
    };
    void f(int x) {
      post([] { $lambda^nap(1); });
      post(named);
      post(&named);
      post(Functor{x});
      auto variable = [] { $variable^nap(1); };
      post(variable);
      std::function<void()> wrapped = [] { $wrapped^nap(1); };
      post(std::move(wrapped));
      post([](auto) { $generic^nap(1); });
    })cpp");
  EXPECT_THAT(T.findings(),
              ElementsAre("named: nap", "member: nap", "functor: nap",
                          "route: Route1::run > nap", "lambda: nap",
                          "variable: nap", "wrapped: nap", "generic: nap"));
}

TEST(Context, OffloadedCallablesAreSilent) {
  TestUnit T(R"cpp(
    void work() { nap(1); }
    Task<> f() {
      offload([] { nap(1); });
      offload(work);
      offload([] { [] { nap(1); }(); });
      offload([] { each([] { nap(1); }); });
      co_return;
    })cpp");
  EXPECT_THAT(T.findings(), IsEmpty());
}

TEST(Context, OffloadedFunctionThatIsCalledToo) {
  TestUnit T(R"cpp(
    void work() { nap(1); }
    Task<> f() { offload(work); $a^work(); co_return; })cpp");
  EXPECT_THAT(T.findings(), ElementsAre("a: work > nap"));
}

TEST(Context, TheExecutorDecides) {
  TestUnit T(R"cpp(
    Task<> f() {
      post(pool, [] { nap(1); });
      post(pool.get_executor(), [] { nap(1); });
      post(loop, bind_to(pool, [] { nap(1); }));
      post(loop, [] { $a^nap(1); });
      auto &ex = pool.get_executor();
      post(ex, [] { nap(1); });
      co_return;
    })cpp");
  EXPECT_THAT(T.findings(), ElementsAre("a: nap"));
}

TEST(Context, CoroutineThatOnlyAPoolStarts) {
  TestUnit T(R"cpp(
    Task<> inner() { nap(1); co_return; }
    Task<> outer() { nap(1); co_await inner(); }
    void start() { spawn(pool, outer()); })cpp");
  EXPECT_THAT(T.findings(), IsEmpty());
}

TEST(Context, CoroutineThatTheLoopAwaitsToo) {
  TestUnit T(R"cpp(
    Task<> inner() { $a^nap(1); co_return; }
    Task<> other() { co_await inner(); }
    void start() { spawn(pool, inner()); })cpp");
  EXPECT_THAT(T.findings(), ElementsAre("a: nap"));
}

TEST(Context, RecursionDoesNotKeepACoroutineOnTheLoop) {
  TestUnit T(R"cpp(
    Task<> f(int n) { nap(1); if (n) co_await f(n - 1); }
    void start() { spawn(pool, f(3)); })cpp");
  EXPECT_THAT(T.findings(), IsEmpty());
}

TEST(Context, AwaitThatMovesTheCoroutine) {
  TestUnit T(R"cpp(
    Task<> f() {
      $a^nap(1);
      co_await pool.schedule();
      nap(2);
      co_await loop.schedule();
      $b^nap(3);
    })cpp");
  EXPECT_THAT(T.findings(), ElementsAre("a: nap", "b: nap"));
}

TEST(Context, StartUpIsSilent) {
  EXPECT_THAT(TestUnit("void f() { at_start([] { nap(1); }); }").findings(),
              IsEmpty());
  EXPECT_THAT(
      TestUnit("void f() { at_start([]() -> Task<> { nap(1); co_return; }); }")
          .findings(),
      IsEmpty());
}

TEST(Context, OverridesThroughAnyNumberOfClasses) {
  TestUnit T(R"cpp(
    struct Base : Handler { void handle() override { $a^nap(1); } };
    struct Derived : Base { void handle() override { $b^nap(1); } };
    struct Unrelated { virtual void handle() { nap(1); } };)cpp");
  EXPECT_THAT(T.findings(), ElementsAre("a: nap", "b: nap"));
}

TEST(Context, Annotations) {
  TestUnit T(R"cpp(
    [[clang::annotate("async_tidy::on_loop")]] void f() { $a^nap(1); }
    void g() [[clang::nonblocking]];
    [[clang::annotate("async_tidy::nonblocking")]] void quick() { nap(1); }
    [[clang::annotate("async_tidy::blocking")]] void slow();
    Task<> h() { quick(); $b^slow(); co_return; })cpp");
  EXPECT_THAT(T.findings(), ElementsAre("a: nap", "b: slow"));
}

TEST(Context, WrapperThatHandsItsParameterOn) {
  TestUnit T(R"cpp(
    void later(std::function<void()> f) { post(loop, std::move(f)); }
    void twice(std::function<void()> f) { later(f); }
    void aside(std::function<void()> f) { offload([f] { f(); }); }
    void soon(std::function<void()> f) { post([f] { f(); }); }
    void g() {
      later([] { $a^nap(1); });
      twice([] { $b^nap(1); });
      aside([] { nap(1); });
      soon([] { $c^nap(1); });
    })cpp");
  EXPECT_THAT(T.findings(), ElementsAre("a: nap", "b: nap", "c: nap"));
}

TEST(Context, WrapperThatCallsItsParameter) {
  TestUnit T(R"cpp(
    void with(std::function<void()> f) { f(); }
    Task<> g() { $a^with([] { nap(1); }); with([] {}); co_return; })cpp");
  EXPECT_THAT(T.findings(), ElementsAre("a: lambda > nap"));
}

TEST(Context, ScopeGuardRunsWhereItIsMade) {
  TestUnit T(R"cpp(
    struct ScopeGuard {
      ScopeGuard(std::function<void()> f) : f_(f) {}
      ~ScopeGuard() { f_(); }
      std::function<void()> f_;
    };
    Task<> f() { ScopeGuard $a^g([] { nap(1); }); ScopeGuard h([] {}); co_return; }
    void tool() { ScopeGuard g([] { nap(1); }); })cpp");
  EXPECT_THAT(T.findings(), ElementsAre("a: lambda > nap"));
}

TEST(Context, WhatAWorkerKeepsStaysThere) {
  TestUnit T(R"cpp(
    struct Later { std::function<void()> f; void run() { f(); } };
    void work() { Later l; l.f = [] { nap(1); }; l.run(); }
    void start() { offload(work); }
    Task<> f() { Later l; l.f = [] { $a^nap(1); }; l.run(); co_return; })cpp");
  EXPECT_THAT(T.findings(), ElementsAre("a: nap"));
}

TEST(Context, RoleAndReason) {
  TestUnit T("void named() { nap(1); } void f() { nap(1); post(named); }"
             "Task<> t() { nap(1); co_return; }");
  using namespace asynctidy::program;
  const Placements &Where = T.analysis().placements();
  EXPECT_EQ(Where.role(T.function("named")), Role::Loop);
  EXPECT_EQ(Where.reason(T.function("named"))->Why, ReasonFact::HandedOver);
  EXPECT_EQ(Where.role(T.function("f")), Role::Plain);
  EXPECT_EQ(Where.reason(T.function("f")), nullptr);
  EXPECT_EQ(Where.reason(T.function("t"))->Why, ReasonFact::Coroutine);
  EXPECT_EQ(Where.reason(T.function("t"))->Runtime, "demo");
}

} // namespace
