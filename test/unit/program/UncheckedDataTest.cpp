//===-- UncheckedDataTest.cpp - Data of requests that nobody checked ------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "test/unit/program/TestProgram.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

using namespace asynctidy::program;
using asynctidy::test::TestProgram;
using asynctidy::test::TestUnit;
using testing::ElementsAre;
using testing::IsEmpty;

namespace {

/// What is used where as if it were there, and whose request leads there.
std::vector<std::string> unchecked(const TestProgram &T) {
  const Program &P = T.analysis().program();
  const char *Kinds[] = {"unparsed ", "throws ", "guesses ",
                         "missing ",  "no row ", "not there "};
  std::vector<std::string> Texts;
  for (const UncheckedUse &U : T.analysis().uncheckedUses())
    Texts.push_back(Kinds[U.Use->What] + U.Use->Name + " at " +
                    P.file(U.Use->At.File).str() + ":" +
                    std::to_string(U.Use->At.Line) + ", " +
                    P.symbolName(P.functions()[U.Of.Handler].Symbol).str() +
                    " of " + U.Of.Route->Path);
  return Texts;
}
std::vector<std::string> unchecked(llvm::StringRef Code) {
  return unchecked(TestUnit(Code));
}

TEST(UncheckedData, IsOfEveryKind) {
  EXPECT_THAT(unchecked(R"cpp(
    void change(Request r) {
      Json *j = r.maybe();
      j->has("name");
      parse(r.body);
      guess(r.form("page").c_str());
      Row *row = db.may(r.id);
      use(row->name);
      Rows rows = db.rows("SELECT name FROM users WHERE id = ?", r.id);
      use(rows[0].name);
      db.must(r.id);
    }
    int main() { on_patch("/u", change); })cpp"),
              ElementsAre("unparsed Request::maybe at unit.cpp:4, change of /u",
                          "throws parse at unit.cpp:5, change of /u",
                          "guesses guess at unit.cpp:6, change of /u",
                          "missing Db::may at unit.cpp:8, change of /u",
                          "no row Db::rows at unit.cpp:10, change of /u",
                          "not there Db::must at unit.cpp:11, change of /u"));
}

TEST(UncheckedData, IsOfEveryMethod) {
  EXPECT_THAT(unchecked(R"cpp(
    void change(Request r) { parse(r.body); }
    void put(Request r) { parse(r.body); }
    struct Users : Servlet { void service(Request r) override { parse(r.body); } };
    int main() { on_patch("/u", change); on_put("/u", put); Users u; })cpp"),
              ElementsAre("throws parse at unit.cpp:2, change of /u",
                          "throws parse at unit.cpp:3, put of /u",
                          "throws parse at unit.cpp:4, Users::service of "));
}

TEST(UncheckedData, NeedsARequest) {
  EXPECT_THAT(unchecked(R"cpp(
    void tool(const Text &t, int id) { parse(t); guess(t.c_str()); Row *row = db.may(id); use(row->name); db.must(id); }
    void timer() { parse("{}"); db.must(1); }
    void settings(const Text &t) { parse(t); }
    void change(Request r) { settings("{}"); }
    int main() { on_patch("/u", change); post(timer); settings("{}"); })cpp"),
              IsEmpty());
}

TEST(UncheckedData, IsFollowedThroughParameters) {
  EXPECT_THAT(unchecked(R"cpp(
    Json read(const Text &t) { return parse(t); }
    int size(const char *t) { return guess(t); }
    Text name(int id) { return db.may(id)->name; }
    void change(Request r) { read(r.body); size(r.form("size").c_str()); name(r.id); }
    int main() { on_patch("/u", change); read("{}"); })cpp"),
              ElementsAre("throws parse at unit.cpp:2, change of /u",
                          "guesses guess at unit.cpp:3, change of /u",
                          "missing Db::may at unit.cpp:4, change of /u"));
}

TEST(UncheckedData, ThatThrowsNeedsMain) {
  EXPECT_THAT(unchecked(R"cpp(
    void change(Request r) { parse(r.body); db.must(r.id); guess(r.form("size").c_str()); }
    void routes() { on_patch("/u", change); })cpp"),
              ElementsAre("guesses guess at unit.cpp:2, change of /u"));
}

TEST(UncheckedData, IsAnsweredByATryOfTheHandlers) {
  EXPECT_THAT(unchecked(R"cpp(
    void change(Request r) {
      try { parse(r.body); db.must(r.id); guess(r.form("size").c_str()); } catch (...) {}
    }
    int main() { on_patch("/u", change); })cpp"),
              ElementsAre("guesses guess at unit.cpp:3, change of /u"));
  // What its handlers do isn't in it.
  EXPECT_THAT(unchecked(R"cpp(
    void change(Request r) { try { nap(1); } catch (...) { parse(r.body); } }
    int main() { on_patch("/u", change); })cpp"),
              ElementsAre("throws parse at unit.cpp:2, change of /u"));
}

TEST(UncheckedData, IsAnsweredByATryOfACaller) {
  EXPECT_THAT(unchecked(R"cpp(
    void last(Request r) { parse(r.body); db.must(r.id); }
    void second(Request r) { last(r); }
    void change(Request r) { try { second(r); } catch (...) {} }
    int main() { on_patch("/u", change); })cpp"),
              IsEmpty());
  // One way without is enough.
  EXPECT_THAT(unchecked(R"cpp(
    void last(Request r) { parse(r.body); }
    void second(Request r) { last(r); }
    void change(Request r) { try { second(r); } catch (...) {} }
    void put(Request r) { second(r); }
    int main() { on_patch("/u", change); on_put("/u", put); })cpp"),
              testing::SizeIs(1));
}

TEST(UncheckedData, IsAnsweredByAWrapper) {
  EXPECT_THAT(unchecked(R"cpp(
    void answering(const std::function<void()> &f) { try { f(); } catch (...) {} }
    void change(Request r) { answering([&] { parse(r.body); db.must(r.id); }); }
    int main() { on_patch("/u", change); })cpp"),
              IsEmpty());
  EXPECT_THAT(unchecked(R"cpp(
    template <class F> void answering(F f) { try { f(); } catch (...) {} }
    void change(Request r) { answering([&] { parse(r.body); }); each([&] { parse(r.body); }); }
    int main() { on_patch("/u", change); })cpp"),
              ElementsAre("throws parse at unit.cpp:3, change of /u"));
  EXPECT_THAT(unchecked(R"cpp(
    void timing(const std::function<void()> &f) { nap(1); f(); }
    void change(Request r) { timing([&] { parse(r.body); }); }
    int main() { on_patch("/u", change); })cpp"),
              ElementsAre("throws parse at unit.cpp:3, change of /u"));
  // All of what runs it has to catch.
  EXPECT_THAT(unchecked(R"cpp(
    void either(const std::function<void()> &f) { try { f(); } catch (...) { f(); } }
    void change(Request r) { either([&] { parse(r.body); }); }
    int main() { on_patch("/u", change); })cpp"),
              ElementsAre("throws parse at unit.cpp:3, change of /u"));
}

TEST(UncheckedData, IsNotAnsweredWhereItIsStartedElsewhere) {
  EXPECT_THAT(unchecked(R"cpp(
    Task<> later(Request r) { parse(r.body); co_return; }
    void change(Request r) { try { spawn(loop, later(r)); } catch (...) {} }
    int main() { on_patch("/u", change); })cpp"),
              ElementsAre("throws parse at unit.cpp:2, change of /u"));
  EXPECT_THAT(unchecked(R"cpp(
    Task<> now(Request r) { parse(r.body); co_return; }
    Task<> change(Request r) { try { co_await now(r); } catch (...) {} }
    int main() { on_patch("/u", change); })cpp"),
              IsEmpty());
}

TEST(UncheckedData, IsAnsweredByAnExceptionHandler) {
  EXPECT_THAT(unchecked(R"cpp(
    void change(Request r) { parse(r.body); db.must(r.id); guess(r.form("size").c_str()); }
    int main() { on_error([] {}); on_patch("/u", change); serve(1); })cpp"),
              ElementsAre("guesses guess at unit.cpp:2, change of /u"));
}

TEST(UncheckedData, IsAnsweredByAFrameworkButForWhatIsNotThere) {
  EXPECT_THAT(unchecked(R"cpp(
    void change(Request r) { parse(r.body); db.must(r.id); }
    int main() { on_patch("/u", change); serve_web(); })cpp"),
              ElementsAre("not there Db::must at unit.cpp:2, change of /u"));
}

TEST(UncheckedData, IsAnsweredInItsOwnProgram) {
  const std::string Header = "#pragma once\nJson read(const Text &t);\n"
                             "void answer_all();\n";
  auto Program = [&](const std::string &First, const std::string &Second) {
    return unchecked(TestProgram(
        {{"r.h", Header},
         {"first.cpp", "#include \"r.h\"\n"
                       "static void change(Request r) { parse(r.body); }\n"
                       "int main() { on_patch(\"/first\", change); " +
                           First + " }"},
         {"second.cpp", "#include \"r.h\"\n"
                        "static void put(Request r) { parse(r.body); }\n"
                        "int main() { on_put(\"/second\", put); " +
                            Second + " }"}}));
  };
  EXPECT_THAT(Program("", ""),
              ElementsAre("throws parse at first.cpp:2, change of /first",
                          "throws parse at second.cpp:2, put of /second"));
  EXPECT_THAT(Program("on_error([] {});", ""),
              ElementsAre("throws parse at second.cpp:2, put of /second"));
  EXPECT_THAT(Program("", "serve_web();"),
              ElementsAre("throws parse at first.cpp:2, change of /first"));
  EXPECT_THAT(Program("on_error([] {});", "serve_web();"), IsEmpty());
}

TEST(UncheckedData, IsSaidOfWhatSeveralUnitsShareOnce) {
  const std::string Header =
      "#pragma once\n"
      "inline Json read(const Request &r) { return parse(r.body); }\n"
      "void change(Request r);\n";
  EXPECT_THAT(unchecked(TestProgram(
                  {{"r.h", Header},
                   {"a.cpp", "#include \"r.h\"\n"
                             "void change(Request r) { read(r); }"},
                   {"b.cpp", "#include \"r.h\"\n"
                             "static void put(Request r) { read(r); }\n"
                             "int main() { on_patch(\"/u\", change); "
                             "on_put(\"/u\", put); }"}})),
              ElementsAre("throws parse at r.h:2, change of /u"));
}

TEST(UncheckedData, IsAskedForInTime) {
  EXPECT_THAT(unchecked(R"cpp(
    void change(Request r) {
      Json *j = r.maybe();
      if (!j) return;
      j->has("name");
      if (Row *row = db.may(r.id)) use(row->name);
      Rows rows = db.rows("SELECT name FROM users WHERE id = ?", r.id);
      if (!rows.empty()) use(rows[0].name);
      Rows count = db.rows("SELECT count(*) FROM users WHERE boss = ?", r.id);
      use(count[0].name);
    }
    int main() { on_patch("/u", change); })cpp"),
              IsEmpty());
}

TEST(UncheckedData, SaysHowTheHandlerAnswers) {
  TestUnit T(R"cpp(
    Reply change(Request r) { Row *row = db.may(r.id); use(row->name); return {}; }
    void put(Request r) { Row *row = db.may(r.id); use(row->name); }
    int main() { on_patch("/u", change); on_put("/u", put); })cpp");
  llvm::ArrayRef<UncheckedUse> Found = T.analysis().uncheckedUses();
  ASSERT_EQ(Found.size(), 2u);
  ASSERT_EQ(Found[0].Use->Edits.size(), 1u);
  EXPECT_THAT(Found[0].Use->Edits[0].Text, testing::HasSubstr("if (!row) {"));
  EXPECT_THAT(Found[0].Use->Edits[0].Text,
              testing::HasSubstr("return not_found();"));
  EXPECT_THAT(Found[1].Use->Edits, IsEmpty());
}

} // namespace
