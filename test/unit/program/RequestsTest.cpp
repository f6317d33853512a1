//===-- RequestsTest.cpp - What runs for each request ---------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "test/unit/program/TestProgram.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include <algorithm>

using namespace asynctidy::program;
using asynctidy::test::TestProgram;
using asynctidy::test::TestUnit;
using testing::ElementsAre;
using testing::IsEmpty;

namespace {

std::string at(const Program &P, const Place &At) {
  return P.file(At.File).str() + ":" + std::to_string(At.Line);
}

/// The names of what runs for requests only, in the order of the files.
std::vector<std::string> perRequest(const TestProgram &T) {
  const Program &P = T.analysis().program();
  std::vector<std::string> Names;
  for (FunctionId F : P.inOrder())
    if (T.analysis().requests().perRequest(F))
      Names.push_back(P.symbolName(P.functions()[F].Symbol).str());
  return Names;
}

/// The reason of the root, and the chain down to the function of this name.
std::vector<std::string> path(const TestProgram &T, llvm::StringRef Name) {
  const Program &P = T.analysis().program();
  FunctionId F = T.function(Name);
  if (!T.analysis().requests().perRequest(F))
    return {};
  RequestPath Path = T.analysis().requests().path(F);
  const char *Kinds[] = {" given to ", " overrides ", " for a connection of "};
  std::vector<std::string> Texts = {P.symbolName(Path.Root).str() +
                                    Kinds[Path.Why] + Path.Via.str() + " at " +
                                    at(P, Path.At)};
  const char *Steps[] = {" calls ", " starts ", " keeps "};
  for (const RequestHop &H : Path.Chain)
    Texts.push_back(
        P.symbolName(H.Caller).str() + Steps[static_cast<size_t>(H.How)] +
        P.symbolName(H.Callee).str() +
        (H.Overridden == None ? ""
                              : " as " + P.symbolName(H.Overridden).str()) +
        (H.Slot == None ? "" : " in " + P.symbolName(H.Slot).str()) + " at " +
        at(P, H.At));
  return Texts;
}

// Every function does something, or there are no facts of it.

TEST(Requests, AreHandlersAndWhatOnlyTheyCall) {
  TestUnit T(R"cpp(
    void leaf() { nap(1); }
    void shared() { nap(1); }
    void only() { leaf(); shared(); }
    void handler() { only(); }
    void timer() { nap(1); }
    int main() { shared(); route("/", handler); post(timer); })cpp");
  EXPECT_THAT(perRequest(T), ElementsAre("leaf", "only", "handler"));
  EXPECT_THAT(path(T, "leaf"),
              ElementsAre("handler given to route at unit.cpp:7",
                          "handler calls only at unit.cpp:5",
                          "only calls leaf at unit.cpp:4"));
}

TEST(Requests, TakeTheShortestWay) {
  TestUnit T(R"cpp(
    void leaf() { nap(1); }
    void b() { leaf(); }
    void a() { b(); }
    void first() { a(); }
    void second() { leaf(); }
    int main() { route("/", first); route("/", second); })cpp");
  EXPECT_THAT(path(T, "leaf"),
              ElementsAre("second given to route at unit.cpp:7",
                          "second calls leaf at unit.cpp:6"));
}

TEST(Requests, DropWhatCyclesOfOthersReach) {
  TestUnit T(R"cpp(
    void b();
    void a() { b(); nap(1); }
    void b() { a(); }
    void x() { nap(1); }
    void recursive() { recursive(); x(); }
    void handler() { a(); recursive(); }
    int main() { b(); route("/", handler); })cpp");
  EXPECT_THAT(perRequest(T), ElementsAre("x", "recursive", "handler"));
}

TEST(Requests, AreOverridersAndVirtualCalls) {
  TestUnit T(R"cpp(
    struct Repo { virtual void load() = 0; virtual void save() = 0; };
    struct Sql : Repo { void load() override { nap(1); } void save() override { nap(2); } };
    Repo &repo();
    struct Chat : Channel {
      void message() override { repo().load(); repo().save(); }
      void opened() override { nap(1); }
    };
    int main() { repo().save(); })cpp");
  EXPECT_THAT(perRequest(T), ElementsAre("Sql::load", "Chat::message"));
  EXPECT_THAT(path(T, "Sql::load"),
              ElementsAre("Chat::message overrides Channel::message at "
                          "unit.cpp:6",
                          "Chat::message calls Sql::load as Repo::load at "
                          "unit.cpp:6"));
}

TEST(Requests, ThatAFrameworkAlsoCallsOtherwiseAreNot) {
  TestUnit T(R"cpp(
    struct Chat : Channel { void message() override { opened(); } void opened() override { nap(1); } };
    int main() {})cpp");
  EXPECT_THAT(perRequest(T), ElementsAre("Chat::message"));
}

TEST(Requests, FollowCallbacksAndTasks) {
  TestUnit T(R"cpp(
    Task<> load() { nap(1); co_return; }
    Task<> later() { nap(1); co_return; }
    Task<> refresh() { nap(1); co_return; }
    void handler() {
      spawn(pool, later());
      spawn(pool, refresh());
      post([] { nap(1); load(); });
    }
    int main() { spawn(pool, refresh()); post([] { nap(2); }); route("/", handler); })cpp");
  EXPECT_THAT(perRequest(T), ElementsAre("load", "later", "handler", "lambda"));
  EXPECT_THAT(path(T, "load"),
              ElementsAre("handler given to route at unit.cpp:10",
                          "handler starts lambda at unit.cpp:8",
                          "lambda calls load at unit.cpp:8"));
}

TEST(Requests, DoNotGoThroughLazySingletons) {
  TestUnit T(R"cpp(
    int make() { nap(1); return 1; }
    int &instance() { static int i = make(); nap(1); return i; }
    void handler() { instance(); }
    int main() { route("/", handler); })cpp");
  EXPECT_THAT(perRequest(T), ElementsAre("instance", "handler"));
}

TEST(Requests, AreWhatAnOwnRouterKeeps) {
  TestProgram T({{"router.h", R"cpp(#pragma once
struct Router {
  std::function<void()> table, hooks;
  void add(std::function<void()> f) { table = f; }
  void hook(std::function<void()> f) { hooks = f; }
  void dispatch() { table(); hooks(); }
};)cpp"},
                 {"router.cpp", R"cpp(#include "router.h"
void serve_one(Router &r) { r.dispatch(); }
void start(Router &r) { route("/", [&r] { serve_one(r); }); r.hooks(); })cpp"},
                 {"main.cpp", R"cpp(#include "router.h"
void start(Router &r);
void page() { nap(1); }
void hook() { nap(1); }
int main() { Router r; r.add(page); r.hook(hook); start(r); })cpp"}});
  EXPECT_THAT(perRequest(T),
              ElementsAre("page", "serve_one", "lambda", "Router::dispatch"));
  EXPECT_THAT(path(T, "page"),
              ElementsAre("lambda given to route at router.cpp:3",
                          "lambda calls serve_one at router.cpp:3",
                          "serve_one calls Router::dispatch at router.cpp:2",
                          "Router::dispatch keeps page in Router::add at "
                          "main.cpp:5"));
}

TEST(Requests, AreWhatAnOwnWrapperRegisters) {
  TestUnit T(R"cpp(
    struct App { void get(std::function<void()> f) { route("/", f); } };
    void page() { nap(1); }
    int main() { App a; a.get(page); })cpp");
  EXPECT_THAT(perRequest(T), ElementsAre("page"));
  EXPECT_THAT(path(T, "page"),
              ElementsAre("page given to App::get at unit.cpp:4"));
}

TEST(Requests, OfAFunctionThatCallsItsParameterAreTheGiver) {
  TestUnit T(R"cpp(
    template <class F> void timed(F f) { f(); nap(1); }
    void once() { nap(1); }
    void each_time() { nap(1); }
    void handler() { timed(each_time); }
    int main() { timed(once); route("/", handler); })cpp");
  std::vector<std::string> Names = perRequest(T);
  EXPECT_THAT(Names, testing::Contains("each_time"));
  EXPECT_THAT(Names, testing::Not(testing::Contains("once")));
  EXPECT_THAT(path(T, "each_time"),
              ElementsAre("handler given to route at unit.cpp:6",
                          "handler starts each_time at unit.cpp:5"));
}

TEST(Requests, AreSessionsOfAcceptedConnections) {
  TestUnit T(R"cpp(
    Task<> session(int s) { nap(s); co_return; }
    Task<> refresh() { nap(1); co_return; }
    Task<> listen() {
      Acceptor a(80);
      spawn(pool, refresh());
      for (;;) {
        int s = co_await a.accept();
        spawn(pool, session(s));
      }
    }
    int main() { Acceptor other(1); spawn(pool, listen()); run_loop(); })cpp");
  EXPECT_THAT(perRequest(T), ElementsAre("session"));
  EXPECT_THAT(path(T, "session"),
              ElementsAre("session for a connection of Acceptor::accept at "
                          "unit.cpp:9"));
}

TEST(Requests, AreAcceptHandlersButNotTheLoop) {
  TestUnit T(R"cpp(
    void session() { nap(1); }
    struct Server {
      Acceptor a{80};
      void accept() { a.async_accept([this] { session(); accept(); }); post([] { nap(1); }); }
      void start() { accept(); }
    };
    int main() { Server s; s.start(); })cpp");
  EXPECT_THAT(perRequest(T), ElementsAre("session", "lambda"));
}

TEST(Requests, OfOneUnitAloneAreWhatOthersCannotCall) {
  const std::string Code = R"cpp(
    void open() { nap(1); }
    static void own() { nap(1); }
    namespace { void hidden() { nap(1); } struct Local { void go() { nap(1); } }; }
    void handler() { open(); own(); hidden(); Local().go(); }
    void start() { route("/", handler); })cpp";
  EXPECT_THAT(perRequest(TestUnit(Code)),
              ElementsAre("own", "hidden", "Local::go", "handler"));
  EXPECT_THAT(perRequest(TestUnit(Code + "int main() { start(); }")),
              ElementsAre("open", "own", "hidden", "Local::go", "handler"));
  EXPECT_THAT(perRequest(TestProgram(
                  {{"unit.cpp", Code}, {"other.cpp", "void f() { nap(1); }"}})),
              ElementsAre("open", "own", "hidden", "Local::go", "handler"));
  EXPECT_THAT(perRequest(TestProgram(
                  {{"unit.cpp", Code},
                   {"other.cpp", "void open(); int main() { open(); }"}})),
              ElementsAre("own", "hidden", "Local::go", "handler"));
}

TEST(Requests, DoNotDependOnTheOrderOfUnits) {
  TestProgram T({{"a.cpp", R"cpp(
    void leaf(); void one() { leaf(); } void one_more() { leaf(); }
    void start_a() { route("/a", one); route("/b", one_more); })cpp"},
                 {"b.cpp", R"cpp(
    void leaf() { nap(1); }
    void two() { leaf(); }
    void start_b() { route("/b", two); })cpp"},
                 {"c.cpp", R"cpp(
    void leaf(); void start_a(); void start_b();
    int main() { start_a(); start_b(); })cpp"}});
  std::vector<UnitFacts> Units = T.units();
  const std::vector<std::string> Names = perRequest(T), Way = path(T, "leaf");
  EXPECT_THAT(Names, ElementsAre("one", "one_more", "leaf", "two"));
  std::sort(Units.begin(), Units.end(),
            [](const auto &A, const auto &B) { return A.Unit < B.Unit; });
  do {
    T.link(Units);
    EXPECT_EQ(perRequest(T), Names);
    EXPECT_EQ(path(T, "leaf"), Way);
  } while (std::next_permutation(
      Units.begin(), Units.end(),
      [](const auto &A, const auto &B) { return A.Unit < B.Unit; }));
}

TEST(Requests, OfNothingAreNone) {
  EXPECT_THAT(perRequest(TestUnit("")), IsEmpty());
}

} // namespace
