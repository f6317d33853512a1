//===-- PartialUpdatesTest.cpp - What PATCH requests overwrite ------------===//
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

/// What is overwritten where, from what, by which way, and for which route.
std::vector<std::string> overwrites(const TestProgram &T) {
  const Program &P = T.analysis().program();
  std::vector<std::string> Texts;
  for (const Overwrite &O : T.analysis().overwrites()) {
    const char *Kinds[] = {"member ", "setter ", "column ", "whole "};
    std::string Text =
        O.Write ? Kinds[O.Write->What] + O.Write->Target
                : "stored by " + P.symbolName(O.Stored->To.Owner).str();
    Text += " at " + at(P, O.Write ? O.Write->At : O.Stored->At) + " has " +
            (O.From->Name.empty() ? "-" : O.From->Name);
    for (const PassFact *Pass : O.Passes)
      Text += ", " + P.symbolName(Pass->By).str() + " > " +
              P.symbolName(Pass->To.Owner).str();
    if (O.ByClass)
      Text += ", by class";
    if (O.Columns.File != None)
      Text += ", columns at " + at(P, O.Columns);
    Text += ", " + P.symbolName(P.functions()[O.Of.Handler].Symbol).str() +
            " of " + O.Of.Route->Path;
    Texts.push_back(Text);
  }
  return Texts;
}

const std::string Users = R"cpp(
#pragma once
struct User { Text name; Text mail; void setName(const Text &); };
extern Map<User> users;
)cpp";

/// One unit that knows users.
std::vector<std::string> inUnit(const std::string &Code) {
  return overwrites(TestProgram(
      {{"users.h", Users}, {"u.cpp", "#include \"users.h\"\n" + Code}}));
}

TEST(PartialUpdates, AreWritesInHandlersOfPatch) {
  EXPECT_THAT(
      inUnit(R"cpp(
    void change(Request r) { users[1].name = r.json().value("name", ""); }
    void replace(Request r) { users[1].name = r.json().value("name", ""); }
    void add(Request r) { users[1].name = r.json().value("name", ""); }
    int main() { on_patch("/u", change); on_put("/u", replace); route("/u", add); })cpp"),
      ElementsAre("member users[1].name at u.cpp:3 has name, change of /u"));
}

TEST(PartialUpdates, AreOfEveryKind) {
  EXPECT_THAT(
      inUnit(R"cpp(
    void from_json(const Json &j, User &u) { u.name = j.value("name", ""); }
    void change(Request r) {
      Json j = r.json();
      users[1].name = j["name"].text();
      users[1].setName(j.value("nick", "none"));
      execute("UPDATE users SET mail = ? WHERE id = 1", j.value("mail", ""));
      users[1] = j.as<User>();
    }
    int main() { on_patch("/u", change); })cpp"),
      ElementsAre("member users[1].name at u.cpp:6 has name, change of /u",
                  "setter users[1].setName at u.cpp:7 has nick, change of /u",
                  "column mail at u.cpp:8 has mail, change of /u",
                  "whole users[1] at u.cpp:9 has User, change of /u"));
}

TEST(PartialUpdates, AreNotWhatWasSentOrAsked) {
  EXPECT_THAT(inUnit(R"cpp(
    Text now();
    void change(Request r) {
      Json j = r.json();
      User &u = users[1];
      u.name = j.value("name", u.name);
      u.mail = j.at("mail");
      u.mail = now();
      if (j.has("name"))
        u.name = j.value("name", "");
      User fresh;
      fresh.name = j.value("name", "");
    }
    int main() { on_patch("/u", change); })cpp"),
              IsEmpty());
}

TEST(PartialUpdates, AreOnlyInTheRegionOfPatch) {
  EXPECT_THAT(
      inUnit(R"cpp(
    void rename(User &u, Json j) { u.name = j.value("name", ""); }
    void renew(User &u, Json j) { u.name = j.value("name", ""); }
    void handle(Request r) {
      Json j = r.json();
      if (r.method() == Verb::Patch) {
        users[1].mail = j.value("mail", "");
        rename(users[1], j);
      } else {
        users[1].mail = j.value("mail", "");
        renew(users[1], j);
      }
    }
    int main() { route("/u", handle); })cpp"),
      ElementsAre(
          "member u.name at u.cpp:3 has name, handle > rename, handle of ",
          "member users[1].mail at u.cpp:8 has mail, handle of "));
}

TEST(PartialUpdates, FollowValuesThroughParameters) {
  EXPECT_THAT(inUnit(R"cpp(
    void last(const Text &name, User &u) { u.name = name; }
    void first(User *u, const Text &text) { last(text, *u); }
    void change(Request r) { first(users.find(1), r.json().value("name", "")); }
    int main() { on_patch("/u", change); })cpp"),
              ElementsAre("member u.name at u.cpp:3 has name, change > first, "
                          "first > last, change of /u"));
}

TEST(PartialUpdates, TakeTheShortestWay) {
  EXPECT_THAT(inUnit(R"cpp(
    void write(User &u, const Text &name) { u.name = name; }
    void third(User &u, const Text &name) { write(u, name); }
    void second(User &u, const Text &name) { third(u, name); }
    void change(Request r) {
      User &u = users[1];
      second(u, r.json().value("slow", ""));
      write(u, r.json().value("quick", ""));
    }
    int main() { on_patch("/u", change); })cpp"),
              ElementsAre("member u.name at u.cpp:3 has quick, change > write, "
                          "change of /u"));
}

TEST(PartialUpdates, FollowDocumentsThroughParameters) {
  EXPECT_THAT(inUnit(R"cpp(
    void apply(User &u, const Json &body) { u.name = body.value("name", ""); }
    void merge(const Json &body, User &u) { apply(u, body); }
    void change(Request r) { merge(r.json(), users[1]); }
    int main() { on_patch("/u", change); })cpp"),
              ElementsAre("member u.name at u.cpp:3 has name, change > merge, "
                          "merge > apply, change of /u"));
}

TEST(PartialUpdates, NeedSomethingThatIsKept) {
  EXPECT_THAT(inUnit(R"cpp(
    void fill(User &u, const Json &body) { u.name = body.value("name", ""); }
    void echo(const User &);
    void change(Request r) { User u; fill(u, r.json()); echo(u); }
    int main() { on_patch("/u", change); })cpp"),
              IsEmpty());
  EXPECT_THAT(inUnit(R"cpp(
    void fill(User &u, const Text &name) { u.name = name; }
    void by_value(User u, const Text &name) { u.name = name; }
    void change(Request r) {
      fill(users[1], "anonymous");
      by_value(users[1], r.json().value("name", ""));
    }
    int main() { on_patch("/u", change); })cpp"),
              IsEmpty());
}

TEST(PartialUpdates, NeedAllOfItInCodeOfPatch) {
  EXPECT_THAT(inUnit(R"cpp(
    void set(User &u, const Text &name) { u.name = name; }
    void change(Request r) { set(users[1], "anonymous"); }
    void replace(Request r) { User u; set(u, r.json().value("name", "")); }
    int main() { on_patch("/u", change); on_put("/u", replace); })cpp"),
              IsEmpty());
  EXPECT_THAT(inUnit(R"cpp(
    void set(User &u, const Text &name) { u.name = name; }
    void replace(Request r) { set(users[1], r.json().value("name", "")); }
    void change(Request r) { set(users[1], r.json().value("nick", "")); }
    int main() { on_put("/u", replace); on_patch("/u", change); })cpp"),
              ElementsAre("member u.name at u.cpp:3 has nick, change > set, "
                          "change of /u"));
}

TEST(PartialUpdates, FollowVirtualFunctions) {
  EXPECT_THAT(inUnit(R"cpp(
    struct Store { virtual void rename(User &u, const Text &name) = 0; };
    struct Sql : Store { void rename(User &u, const Text &name) override { u.name = name; } };
    struct Memory : Store { void rename(User &u, const Text &name) override { u.mail = name; } };
    Store &store();
    void change(Request r) { store().rename(users[1], r.json().value("name", "")); }
    int main() { on_patch("/u", change); })cpp"),
              ElementsAre("member u.name at u.cpp:4 has name, change > "
                          "Store::rename, change of /u",
                          "member u.mail at u.cpp:5 has name, change > "
                          "Store::rename, change of /u"));
}

TEST(PartialUpdates, AreWhatOverridersOfAFrameworkDo) {
  EXPECT_THAT(
      inUnit(R"cpp(
    struct Users : Servlet {
      void service(Request r) override {
        if (r.method() == Verb::Put)
          return replace(r.json());
        switch (r.method()) {
        case Verb::Patch: return change(r.json());
        default: users[1].name = r.json().value("name", "");
        }
      }
      void replace(const Json &j) { users[1].name = j.value("name", ""); }
      void change(const Json &j) { users[1].mail = j.value("mail", ""); }
    };
    int main() {})cpp"),
      ElementsAre("member users[1].mail at u.cpp:13 has mail, "
                  "Users::service > Users::change, Users::service of "));
}

TEST(PartialUpdates, EndWhereFunctionsCallThemselves) {
  EXPECT_THAT(
      inUnit(R"cpp(
    void again(User &u, const Text &name, int depth) { again(u, name, depth - 1); u.name = name; }
    void pong(User &u, const Text &name);
    void ping(User &u, const Text &name) { pong(u, name); }
    void pong(User &u, const Text &name) { ping(u, name); u.mail = name; }
    void change(Request r) {
      again(users[1], r.json().value("name", ""), 3);
      ping(users[1], r.json().value("mail", ""));
    }
    int main() { on_patch("/u", change); })cpp"),
      ElementsAre(
          "member u.name at u.cpp:3 has name, change > again, change of /u",
          "member u.mail at u.cpp:6 has mail, change > ping, ping > pong, "
          "change of /u"));
}

TEST(PartialUpdates, OfAHandlerThatCallsItselfEnd) {
  EXPECT_THAT(
      inUnit(R"cpp(
    void change(Request r) { change(r); users[1].name = r.json().value("name", ""); }
    int main() { on_patch("/u", change); })cpp"),
      ElementsAre("member users[1].name at u.cpp:3 has name, change of /u"));
}

TEST(PartialUpdates, InLambdas) {
  EXPECT_THAT(
      inUnit(R"cpp(
    int main() {
      on_patch("/u", [](Request r) {
        Json j = r.json();
        auto set = [&](User &u) { u.name = j.value("name", ""); };
        set(users[1]);
        post([j] { users[2].mail = j.value("mail", ""); });
      });
    })cpp"),
      ElementsAre("member u.name at u.cpp:6 has name, lambda of /u",
                  "member users[2].mail at u.cpp:8 has mail, lambda of /u"));
}

TEST(PartialUpdates, OfSeveralHandlersAreSaidOnce) {
  EXPECT_THAT(
      inUnit(R"cpp(
    void set(User &u, const Json &j) { u.name = j.value("name", ""); }
    void one(Request r) { set(users[1], r.json()); }
    void two(Request r) { set(users[2], r.json()); users[2].mail = r.json().value("mail", ""); }
    int main() { on_patch("/b", two); on_patch("/a", one); on_patch("/c", two); })cpp"),
      ElementsAre("member u.name at u.cpp:3 has name, one > set, one of /a",
                  "member users[2].mail at u.cpp:5 has mail, two of /b"));
}

TEST(PartialUpdates, OfHandlersThatAWrapperRegisters) {
  EXPECT_THAT(
      inUnit(R"cpp(
    struct App { void patch(std::function<void(Request)> f) { on_patch("/u", f); } };
    void change(Request r) { users[1].name = r.json().value("name", ""); }
    int main() { App a; a.patch(change); })cpp"),
      ElementsAre("member users[1].name at u.cpp:4 has name, change of /u"));
}

TEST(PartialUpdates, AreNotWhatAClientDoesWithItsAnswer) {
  EXPECT_THAT(inUnit(R"cpp(
    struct Http { void send(Verb, const char *, std::function<void(const Json &)>); };
    void received(const Json &answer) { users[1].name = answer.value("name", ""); }
    void refresh(Http &h) { h.send(Verb::Patch, "/u", received); }
    int main() { Http h; refresh(h); })cpp"),
              IsEmpty());
}

TEST(PartialUpdates, OfAnOwnRouterAreThoseThatRequestsRun) {
  EXPECT_THAT(
      inUnit(R"cpp(
    struct Router {
      std::function<void(Request)> table;
      void add(Verb, const char *, std::function<void(Request)> f) { table = f; }
      void dispatch(Request r) { table(r); }
    };
    Router router;
    void change(Request r) { users[1].name = r.json().value("name", ""); }
    void handle(Request r) { router.dispatch(r); }
    int main() { router.add(Verb::Patch, "/u", change); route("/", handle); })cpp"),
      ElementsAre("member users[1].name at u.cpp:9 has name, change of /u"));
}

/// Programs whose units are handlers, helpers and what they are made of.
std::vector<std::pair<std::string, std::string>> severalUnits() {
  return {{"users.h", Users + R"cpp(
struct Store { virtual void rename(User &u, const Text &name) = 0; };
Store &store();
void from_json(const Json &j, User &u);
void apply(User &u, const Json &body);
void keep(const User &user);
)cpp"},
          {"a.cpp", R"cpp(#include "users.h"
void change(Request r) {
  apply(users[1], r.json());
  store().rename(users[1], r.json().value("nick", ""));
  users[1] = r.json().as<User>();
}
int main() { on_patch("/a", change); })cpp"},
          {"b.cpp", R"cpp(#include "users.h"
void apply(User &u, const Json &body) { u.name = body.value("name", ""); }
void start() { on_patch("/b", [](Request r) { apply(users[2], r.json()); }); })cpp"},
          {"c.cpp", R"cpp(#include "users.h"
struct Sql : Store { void rename(User &u, const Text &name) override { u.name = name; } };
Store &store() { static Sql s; return s; })cpp"},
          {"d.cpp", R"cpp(#include "users.h"
void from_json(const Json &j, User &u) { u.name = j.value("name", ""); u.mail = j.at("mail"); })cpp"}};
}

TEST(PartialUpdates, GoThroughUnits) {
  EXPECT_THAT(
      overwrites(TestProgram(severalUnits())),
      ElementsAre(
          "whole users[1] at a.cpp:5 has User, change of /a",
          "member u.name at b.cpp:2 has name, change > apply, change of /a",
          "member u.name at c.cpp:2 has nick, change > "
          "Store::rename, change of /a"));
}

TEST(PartialUpdates, DoNotDependOnTheOrderOfUnits) {
  TestProgram T(severalUnits());
  std::vector<UnitFacts> Units = T.units();
  const std::vector<std::string> Before = overwrites(T);
  auto ByName = [](const auto &A, const auto &B) { return A.Unit < B.Unit; };
  std::sort(Units.begin(), Units.end(), ByName);
  do {
    T.link(Units);
    EXPECT_EQ(overwrites(T), Before);
  } while (std::next_permutation(Units.begin(), Units.end(), ByName));
  Units.insert(Units.end(), Units.begin(), Units.end());
  T.link(Units);
  EXPECT_EQ(overwrites(T), Before);
}

/// The overwrites of a handler that makes a User, whose reader another unit
/// has.
std::vector<std::string> readBy(const std::string &Reader) {
  std::vector<std::pair<std::string, std::string>> Files = {
      {"users.h", Users + "void from_json(const Json &j, User &u);"},
      {"a.cpp", R"cpp(#include "users.h"
void change(Request r) { users[1] = r.json().as<User>(); }
int main() { on_patch("/u", change); })cpp"}};
  if (!Reader.empty())
    Files.emplace_back("b.cpp", "#include \"users.h\"\n" + Reader);
  return overwrites(TestProgram(Files));
}

TEST(PartialUpdates, OfObjectsNeedAReaderThatGoesOn) {
  EXPECT_THAT(readBy("void from_json(const Json &j, User &u) "
                     "{ u.name = j.value(\"name\", \"\"); }"),
              ElementsAre("whole users[1] at a.cpp:2 has User, change of /u"));
  EXPECT_THAT(readBy("void from_json(const Json &j, User &u) "
                     "{ if (j.has(\"name\")) u.name = j.at(\"name\"); }"),
              ElementsAre("whole users[1] at a.cpp:2 has User, change of /u"));
  EXPECT_THAT(readBy("void from_json(const Json &j, User &u) "
                     "{ u.name = j.at(\"name\"); }"),
              IsEmpty());
  EXPECT_THAT(
      readBy("void from_json(const Json &, User &u) { u.name = \"\"; }"),
      IsEmpty());
  EXPECT_THAT(readBy(""), IsEmpty());
  // One of another file, and another class.
  EXPECT_THAT(readBy("static void from_json(const Json &j, int &i) "
                     "{ nap(j.value(\"name\", \"\").empty() ? 1 : 2); }"),
              IsEmpty());
}

/// The overwrites of a handler that stores an object it has read.
std::vector<std::string> storedBy(const std::string &Class,
                                  const std::string &Body) {
  std::vector<std::pair<std::string, std::string>> Files = {
      {"users.h", Users + Class + "\nUser read(const Json &j);"},
      {"a.cpp", R"cpp(#include "users.h"
User read(const Json &j) { User u; u.name = j.value("name", ""); return u; }
void change(Request r, Repo &repo) { repo.update(read(r.json())); }
int main() { on_patch("/u", change); })cpp"}};
  if (!Body.empty())
    Files.emplace_back("b.cpp", "#include \"users.h\"\n" + Body);
  return overwrites(TestProgram(Files));
}

TEST(PartialUpdates, AreWholesThatAreStored) {
  const std::string Repo = "struct Repo { void update(const User &u); };";
  const std::string Stored =
      "stored by Repo::update at a.cpp:3 has User, change of /u";
  EXPECT_THAT(storedBy(Repo, "void Repo::update(const User &u) { nap(1); }"),
              ElementsAre(Stored));
  // What it does with the members, or who it gives them, says more.
  EXPECT_THAT(
      storedBy(Repo,
               "void Repo::update(const User &u) { query(u.name.c_str()); }"),
      IsEmpty());
  EXPECT_THAT(storedBy(Repo, "void write(const User &u) { query(u.name.c_str"
                             "()); } void Repo::update(const User &u) { "
                             "write(u); }"),
              IsEmpty());
  EXPECT_THAT(storedBy(Repo, "void write(const User &u) { nap(1); } void "
                             "Repo::update(const User &u) { write(u); }"),
              ElementsAre(Stored));
  EXPECT_THAT(
      storedBy(Repo, "void Repo::update(const User &u) {"
                     "execute(\"UPDATE users SET name = ?\", u.name); }"),
      ElementsAre("column name at b.cpp:2 has User, change > Repo::update, by "
                  "class, change of /u"));
  // The whole program is known, and the name is all that there is.
  EXPECT_THAT(storedBy(Repo, ""), ElementsAre(Stored));
}

TEST(PartialUpdates, OfOneUnitAloneDoNotGuessWhatOthersDo) {
  const std::string Code = R"cpp(#include "users.h"
static User read(const Json &j) { User u; u.name = j.value("name", ""); return u; }
void change(Request r, Repo &repo) { repo.update(read(r.json())); }
void start() { on_patch("/u", change); })cpp";
  const std::pair<std::string, std::string> Header = {
      "users.h", Users + "struct Repo { void update(const User &u); };"};
  EXPECT_THAT(overwrites(TestProgram({Header, {"u.cpp", Code}})), IsEmpty());
  EXPECT_THAT(
      overwrites(TestProgram(
          {Header, {"u.cpp", Code}, {"other.cpp", "void f() { nap(1); }"}})),
      ElementsAre("stored by Repo::update at u.cpp:3 has User, change "
                  "of /u"));
}

TEST(PartialUpdates, AreWholesThatOverridersStore) {
  const std::string Repo =
      "struct Repo { virtual void update(const User &u) = 0; };";
  EXPECT_THAT(
      storedBy(Repo, "struct Sql : Repo { void update(const User &u) override "
                     "{ nap(1); } };"
                     "void make() { Sql s; s.update({}); }"),
      ElementsAre("stored by Repo::update at a.cpp:3 has User, change of /u"));
  EXPECT_THAT(storedBy(Repo, "struct Sql : Repo { void update(const User &u) "
                             "override { nap(1); } };"
                             "struct Memory : Repo { void update(const User "
                             "&u) override { query(u.name.c_str()); } };"),
              IsEmpty());
}

TEST(PartialUpdates, SayWhereAllColumnsAreSet) {
  EXPECT_THAT(
      storedBy(
          "struct Repo { void update(const User &u); };",
          "void Repo::update(const User &u) {\n Text sql = \"UPDATE users SET "
          "\";\n"
          " for (int i = 0; i < 3; ++i)\n sql += \"name = ?\";\n nap(1); }"),
      ElementsAre("stored by Repo::update at a.cpp:3 has User, columns at "
                  "b.cpp:5, change of /u"));
}

TEST(PartialUpdates, OfClassesThatCannotSayWhatWasSent) {
  EXPECT_THAT(
      inUnit(R"cpp(
    struct Changes { Text name; Optional<Text> mail; };
    void from_json(const Json &j, Changes &c) { c.name = j.value("name", ""); }
    void set(User &u, const Changes &c) { u.mail = c.name; }
    void change(Request r) {
      Changes c = r.json().as<Changes>();
      users[1].name = c.name;
      set(users[1], c);
      if (c.mail)
        users[1].mail = *c.mail;
    }
    int main() { on_patch("/u", change); })cpp"),
      ElementsAre(
          "member u.mail at u.cpp:5 has Changes, change > set, by class, "
          "change of /u",
          "member users[1].name at u.cpp:8 has name, by class, change of /u"));
}

TEST(PartialUpdates, OfObjectsThatHandlersAreGiven) {
  EXPECT_THAT(
      inUnit(R"cpp(
    struct Changes { Text name; };
    struct Repo { void update(const Changes &) { nap(1); } };
    void change(Request r, Changes c) { users[1].name = c.name; Repo().update(c); }
    void others(Changes c, Request r) { users[1].name = c.name; }
    void replace(Request r, Changes c) { users[1].name = c.name; }
    int main() { on_patch("/u", change); on_patch("/o", others); on_put("/u", replace); })cpp"),
      ElementsAre(
          "member users[1].name at u.cpp:5 has name, by class, change of /u",
          "stored by Repo::update at u.cpp:5 has -, change of /u"));
}

TEST(PartialUpdates, OfPartialClassesMayBeStored) {
  EXPECT_THAT(inUnit(R"cpp(
    struct Changes { int id; Optional<Text> name; };
    struct Repo { void update(const Changes &) { nap(1); } };
    void change(Request r, Changes c) { Repo().update(c); }
    int main() { on_patch("/u", change); })cpp"),
              IsEmpty());
}

TEST(PartialUpdates, AreNotWhatRunsOnceOrLater) {
  EXPECT_THAT(inUnit(R"cpp(
    int fill(const Json &j) { users[1].name = j.value("name", ""); return 1; }
    std::function<void()> hook;
    void later(std::function<void()> f) { hook = f; }
    void idle() { hook(); }
    void rename() { users[1].name = Request().json().value("name", ""); }
    void change(Request r) { static int once = fill(r.json()); later(rename); }
    int main() { on_patch("/u", change); })cpp"),
              IsEmpty());
}

TEST(PartialUpdates, OfNothingAreNone) {
  EXPECT_THAT(overwrites(TestUnit("")), IsEmpty());
  EXPECT_THAT(inUnit("void f(Request r) { users[1].name = "
                     "r.json().value(\"name\", \"\"); }"),
              IsEmpty());
}

} // namespace
