//===-- ExtractTest.cpp - What a unit's facts say -------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "test/unit/program/TestProgram.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

using namespace asynctidy::program;
using asynctidy::catalog::EventKind;
using asynctidy::test::factsOf;
using testing::ElementsAre;
using testing::IsEmpty;

namespace {

const FunctionFact *functionNamed(const UnitFacts &Facts,
                                  const std::string &Name) {
  for (const FunctionFact &F : Facts.Functions)
    if (Facts.Symbols[F.Symbol].Name == Name)
      return &F;
  return nullptr;
}

TEST(Extract, RegistrationsAreHandedOver) {
  UnitFacts Facts = factsOf("a.cpp", R"cpp(
    void users() { nap(1); }
    void f() { post("/users/{id}", users); })cpp",
                            {});
  ASSERT_EQ(Facts.Placements.size(), 1U);
  const PlacementFact &P = Facts.Placements.front();
  EXPECT_EQ(Facts.Symbols[P.Function].Name, "users");
  EXPECT_EQ(P.Why.Via, "post");
  EXPECT_EQ(Facts.Files[P.Why.At.File], "a.cpp");
  EXPECT_EQ(P.Why.At.Line, 3U);
}

TEST(Extract, EventsHaveTheirFunctionAndHelp) {
  UnitFacts Facts = factsOf("a.cpp", R"cpp(
    struct Service { Signals signals{1}; void run() { run_loop(); } };
    Signals early(1);
    void f() { Service s; serve(80); }
    void g() { std::make_shared<Signals>(1); stop_loop(); })cpp",
                            {});
  constexpr llvm::StringLiteral Kinds[] = {"runs ", "accepts ", "signal ",
                                           "stops "};
  std::vector<std::string> Texts;
  for (const EventFact &E : Facts.Events)
    Texts.push_back(Kinds[static_cast<size_t>(E.What)].str() + E.Name + " " +
                    E.Help + " in " +
                    (E.By == None ? "-" : Facts.Symbols[E.By].Name));
  EXPECT_THAT(Texts, testing::UnorderedElementsAre(
                         "runs run_loop make it in main in Service::run",
                         "signal Signals  in Service", "signal Signals  in -",
                         "runs serve  in f", "accepts serve  in f",
                         "signal Signals  in g", "stops stop_loop  in g"));
  for (const char *Name : {"Service", "Service::run", "f", "g"})
    EXPECT_TRUE(functionNamed(Facts, Name)) << Name;
}

TEST(Extract, RequestsAreSaid) {
  UnitFacts Facts = factsOf("a.cpp", R"cpp(
    struct Chat : Channel { void message() override; void opened() override; };
    void Chat::message() {} void Chat::opened() {}
    void handler() {} void timer() {}
    void f() { route("/", handler); post(timer); })cpp",
                            {});
  std::vector<std::string> Names;
  for (const PlacementFact &P : Facts.Placements)
    Names.push_back(Facts.Symbols[P.Function].Name +
                    (P.Why.Request ? " serves" : ""));
  EXPECT_THAT(Names, testing::UnorderedElementsAre("Chat::message serves",
                                                   "Chat::opened",
                                                   "handler serves", "timer"));
}

TEST(Extract, RoutesHaveTheObjectsOfTheirHandlers) {
  UnitFacts Facts = factsOf("a.cpp", R"cpp(
    struct User {}; struct Query {};
    void change(Request, User, int, const Query &) {}
    void f() { on_patch("/users", change); on_put("/users", change); })cpp",
                            {});
  ASSERT_EQ(Facts.Routes.size(), 2U);
  const RouteFact &R = Facts.Routes.front();
  EXPECT_EQ(Facts.Symbols[R.Handler].Name, "change");
  EXPECT_THAT(R.Methods, ElementsAre("PATCH"));
  EXPECT_EQ(R.Path, "/users");
  EXPECT_THAT(R.Objects, ElementsAre(1U, 3U));
  EXPECT_THAT(Facts.Routes.back().Objects, IsEmpty());
}

TEST(Extract, WritesSayHowToKeepWhatIsThere) {
  UnitFacts Facts = factsOf("a.cpp", R"cpp(
    struct User { Text name, mail; Text nick; };
    void change(User &u, const Json &body) {
      u.name = body.value("name", "");
      u.mail = body["mail"].text();
      Text nick = body.value("nick", "none");
      u.nick = nick;
    })cpp",
                            {});
  std::vector<std::string> Texts;
  for (const WriteFact &W : Facts.Writes) {
    EXPECT_EQ(Facts.Symbols[W.By].Name, "change");
    EXPECT_EQ(W.Entity.Parameter, 0U);
    EXPECT_EQ(W.From.From.Parameter, 1U);
    std::string Text = W.Target + " has " + W.From.Name + " or " +
                       W.From.Absent + ": " + W.Test;
    for (const EditFact &E : W.Edits)
      Text += " -> " + E.Text;
    Texts.push_back(Text);
  }
  const std::string Indented = "\n        ";
  EXPECT_THAT(
      Texts,
      ElementsAre("u.name has name or \"\": body.has(\"name\") -> u.name",
                  "u.mail has mail or empty: body.has(\"mail\") -> if "
                  "(body.has(\"mail\"))" +
                      Indented,
                  "u.nick has nick or \"none\": body.has(\"nick\") -> if "
                  "(body.has(\"nick\"))" +
                      Indented));
}

TEST(Extract, ReadersSayWhatTheyDoWithObjects) {
  UnitFacts Facts = factsOf("a.cpp", R"cpp(
    struct User { Text name, mail; };
    void write(const User &);
    User parse(const Json &j) { User u; u.name = j.value("name", ""); return u; }
    User strict(const Json &j) { User u; u.name = j.at("name"); return u; }
    void both(const User &a, int, const User &b) { query(b.name.c_str()); query(a.mail.c_str()); }
    void passes(const User &u) { write(u); }
    void columns(const User &u) {
      Text sql = "UPDATE users SET ";
      while (true) sql += "name = ?";
    })cpp",
                            {});
  std::vector<std::string> Texts;
  for (const ReaderFact &R : Facts.Readers) {
    std::string Text = Facts.Symbols[R.By].Name;
    if (R.Defaults)
      Text += " goes on";
    for (uint32_t Parameter : R.Memberwise)
      Text += " takes apart " + std::to_string(Parameter);
    if (R.Columns.File != None)
      Text += " columns in line " + std::to_string(R.Columns.Line);
    Texts.push_back(Text);
  }
  EXPECT_THAT(Texts,
              ElementsAre("User takes apart 0", // its implicit assignment
                          "parse goes on", "both takes apart 2 takes apart 0",
                          "columns columns in line 10"));
}

TEST(Extract, CallsSayHowTheyRun) {
  UnitFacts Facts = factsOf("a.cpp", R"cpp(
    Task<> task(); void plain(); struct Base { virtual void run(); };
    int once();
    Task<> f(Base &b) {
      plain();
      b.run();
      co_await task();
      spawn(pool, task());
      post([] { nap(1); });
      static int kept = once();
      co_await pool.schedule();
      plain();
    })cpp",
                            {});
  const FunctionFact *F = functionNamed(Facts, "f");
  ASSERT_TRUE(F);
  std::vector<std::string> Texts;
  for (const CallFact &C : F->Calls) {
    std::string Text = Facts.Symbols[C.Callee].Name;
    for (auto [Flag, Name] :
         {std::pair(C.Virtual, " virtual"),
          std::pair(C.Offloaded, " offloaded"), std::pair(C.Once, " once"),
          std::pair(C.Awaited, " awaited"), std::pair(C.Spawned, " spawned")})
      if (Flag)
        Text += Name;
    Texts.push_back(Text);
  }
  EXPECT_THAT(Texts, ElementsAre("plain", "Base::run virtual", "task awaited",
                                 "task spawned", "lambda spawned", "once once",
                                 "plain offloaded"));
  EXPECT_TRUE(F->Coroutine);
  EXPECT_FALSE(F->RunsInCaller);
}

TEST(Extract, LambdasAndLocalNamesakesAreDifferentSymbols) {
  UnitFacts Facts = factsOf("a.cpp", R"cpp(
    namespace { void helper() { nap(1); } }
    void f() {
      auto a = [] { nap(1); }; auto b = [] { nap(2); }; a(); b();
      struct Local { void go() { nap(3); } } x; x.go();
    }
    void g() { struct Local { void go() { nap(3); } } x; x.go(); })cpp",
                            {});
  std::vector<std::string> Usrs;
  for (const Symbol &S : Facts.Symbols)
    Usrs.push_back(S.Usr);
  EXPECT_EQ(std::set<std::string>(Usrs.begin(), Usrs.end()).size(),
            Usrs.size());
  unsigned Lambdas = 0, Locals = 0;
  for (const FunctionFact &F : Facts.Functions) {
    Lambdas += Facts.Symbols[F.Symbol].Name == "lambda";
    Locals += Facts.Symbols[F.Symbol].Name == "Local::go";
  }
  EXPECT_EQ(Lambdas, 2U);
  EXPECT_EQ(Locals, 2U);
}

TEST(Extract, FunctionsOfWhichNothingCanBeSaidAreLeftOut) {
  UnitFacts Facts = factsOf("a.cpp", "int f(int x) { return x + 1; }", {});
  EXPECT_THAT(Facts.Functions, IsEmpty());
}

} // namespace
