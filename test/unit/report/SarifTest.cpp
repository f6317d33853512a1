//===-- SarifTest.cpp - The SARIF format ----------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/report/Sarif.h"
#include "test/unit/support/TempFolder.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/JSON.h"

namespace asynctidy::report {
namespace {

using test::TempFolder;
namespace json = llvm::json;

class Sarif : public ::testing::Test {
protected:
  Sarif() {
    R.Version = "1.2.3";
    R.Root = Folder.root();
  }

  Finding &add(unsigned Line, unsigned Column) {
    Finding F;
    F.At = {"src/a.cpp", Line, Column};
    F.Check = "async-blocking-call";
    F.Message = "'sleep' blocks the event loop";
    F.Fingerprint = "00112233445566aa";
    R.Findings.push_back(F);
    return R.Findings.back();
  }

  /// The only run of the document.
  json::Object run() {
    Sources Files(R.Root);
    std::string Text;
    llvm::raw_string_ostream OS(Text);
    writeSarif(R, Rules, Files, OS);
    llvm::Expected<json::Value> Document = json::parse(Text);
    if (!Document) {
      ADD_FAILURE() << llvm::toString(Document.takeError()) << Text;
      return {};
    }
    EXPECT_EQ(Document->getAsObject()->getString("version"), "2.1.0");
    return *(*Document->getAsObject()->getArray("runs"))[0].getAsObject();
  }

  json::Object result() {
    return *(*run().getArray("results"))[0].getAsObject();
  }

  /// What stands at a path of keys and indices.
  static std::string at(const json::Object &O,
                        std::initializer_list<llvm::StringRef> Path) {
    json::Value V(json::Object{O});
    for (llvm::StringRef Key : Path) {
      size_t Index = 0;
      const json::Value *Next = nullptr;
      if (const json::Object *Inner = V.getAsObject())
        Next = Inner->get(Key);
      else if (const json::Array *List = V.getAsArray();
               List && !Key.getAsInteger(10, Index) && Index < List->size())
        Next = &(*List)[Index];
      if (!Next)
        return "nothing at " + Key.str();
      V = json::Value(*Next);
    }
    return llvm::formatv("{0}", V).str();
  }

  TempFolder Folder;
  Report R;
  std::vector<Rule> Rules = {
      {"async-first", "the first", "# Why", Level::Strict},
      {"async-blocking-call", "a blocking call", "It waits.", Level::Default}};
};

TEST_F(Sarif, NamesEachCheckWithItsHelp) {
  json::Object Run = run();
  EXPECT_EQ(at(Run, {"tool", "driver", "rules", "0"}),
            R"({"defaultConfiguration":{"level":"note"},)"
            R"("fullDescription":{"text":"the first"},)"
            R"("help":{"markdown":"# Why","text":"# Why"},)"
            R"("id":"async-first","shortDescription":{"text":"the first"}})");
  EXPECT_EQ(at(Run, {"tool", "driver", "version"}), "\"1.2.3\"");
  EXPECT_EQ(at(Run, {"results"}), "[]");
  EXPECT_EQ(at(Run, {"invocations", "0", "executionSuccessful"}), "true");
}

TEST_F(Sarif, SaysWhatAndWhere) {
  Folder.write("src/a.cpp", "void f() {\n  sleep(1);\n}\n");
  add(2, 3);
  add(2, 3).Lvl = Level::Strict;
  json::Object Run = run();
  EXPECT_EQ(at(Run, {"results", "0", "ruleId"}), "\"async-blocking-call\"");
  EXPECT_EQ(at(Run, {"results", "0", "ruleIndex"}), "1");
  EXPECT_EQ(at(Run, {"results", "0", "level"}), "\"warning\"");
  EXPECT_EQ(at(Run, {"results", "1", "level"}), "\"note\"");
  EXPECT_EQ(at(Run, {"results", "0", "partialFingerprints"}),
            R"({"asyncTidy/v1":"00112233445566aa"})");
  EXPECT_EQ(
      at(Run, {"results", "0", "locations"}),
      R"([{"physicalLocation":{"artifactLocation":{"uri":"src/a.cpp","uriBaseId":"%SRCROOT%"},)"
      R"("region":{"endColumn":8,"startColumn":3,"startLine":2}}}])");
  EXPECT_EQ(at(Run, {"originalUriBaseIds", "%SRCROOT%", "uri"}),
            "\"file://" + Folder.root() + "/\"");
}

TEST_F(Sarif, StepsAreACodeFlowAndRemarksPartOfTheMessage) {
  Finding &F = add(2, 3);
  F.Notes = {{"'h' calls 'f' here", F.At},
             {"'f' calls 'sleep' here", {"src/b.cpp", 7, 1}},
             {"a remark", {}},
             {"use 'nap' instead", F.At},
             {"level strict: a guess", F.At}};
  json::Object Result = result();
  EXPECT_EQ(at(Result, {"message", "text"}),
            R"("'sleep' blocks the event loop\nnote: a remark\n)"
            R"(note: level strict: a guess\nhelp: use 'nap' instead")");
  EXPECT_EQ(
      at(Result, {"codeFlows", "0", "threadFlows", "0", "locations"}),
      R"([{"location":{"message":{"text":"'h' calls 'f' here"},"physicalLocation":)"
      R"({"artifactLocation":{"uri":"src/a.cpp","uriBaseId":"%SRCROOT%"},)"
      R"("region":{"startColumn":3,"startLine":2}}}},)"
      R"({"location":{"message":{"text":"'f' calls 'sleep' here"},"physicalLocation":)"
      R"({"artifactLocation":{"uri":"src/b.cpp","uriBaseId":"%SRCROOT%"},)"
      R"("region":{"startColumn":1,"startLine":7}}}}])");
}

TEST_F(Sarif, ColumnsAreUtf16) {
  // An umlaut is two bytes and one unit, a face four bytes and two units.
  Folder.write("src/a.cpp", "/* \u00fc\U0001f600 */ sleep(\"\u00fc\");\n");
  add(1, 14);
  add(1, 20).Fixes = {
      {Safety::Safe, {{"src/a.cpp", 20, 2, "u"}, {"src/a.cpp", 25, 0, "\n"}}}};
  EXPECT_EQ(at(run(), {"columnKind"}), "\"utf16CodeUnits\"");
  EXPECT_EQ(at(run(), {"results", "0", "locations", "0", "physicalLocation",
                       "region"}),
            R"({"endColumn":16,"startColumn":11,"startLine":1})");
  EXPECT_EQ(at(run(), {"results", "1", "fixes", "0", "artifactChanges", "0",
                       "replacements"}),
            R"([{"deletedRegion":{"byteLength":2,"byteOffset":20,)"
            R"("endColumn":19,"endLine":1,"startColumn":18,"startLine":1},)"
            R"("insertedContent":{"text":"u"}},)"
            R"({"deletedRegion":{"byteLength":0,"byteOffset":25,)"
            R"("endColumn":22,"endLine":1,"startColumn":22,"startLine":1},)"
            R"("insertedContent":{"text":"\n"}}])");
}

TEST_F(Sarif, SafeFixesComeFirst) {
  Folder.write("src/a.cpp", "one\ntwo\n");
  Folder.write("src/b.cpp", "three\n");
  add(1, 1).Fixes = {{Safety::Unsafe, {{"src/a.cpp", 0, 3, "1"}}},
                     {Safety::Safe,
                      {{"src/b.cpp", 0, 6, ""},
                       {"src/a.cpp", 4, 3, "2"},
                       {"src/b.cpp", 6, 0, "4"}}}};
  json::Object Result = result();
  EXPECT_EQ(at(Result, {"fixes", "0", "description", "text"}),
            "\"safe: keeps the meaning\"");
  EXPECT_EQ(at(Result, {"fixes", "1", "description", "text"}),
            "\"unsafe: needs a look\"");
  // One change for each file, with its edits in their order.
  EXPECT_EQ(at(Result, {"fixes", "0", "artifactChanges", "0",
                        "artifactLocation", "uri"}),
            "\"src/b.cpp\"");
  EXPECT_EQ(at(Result, {"fixes", "0", "artifactChanges", "0", "replacements",
                        "1", "insertedContent", "text"}),
            "\"4\"");
  // The whole line with its end.
  EXPECT_EQ(at(Result, {"fixes", "0", "artifactChanges", "0", "replacements",
                        "0", "deletedRegion"}),
            R"({"byteLength":6,"byteOffset":0,"endColumn":1,"endLine":2,)"
            R"("startColumn":1,"startLine":1})");
}

TEST_F(Sarif, FixesThatCantBeToldAreLeftOut) {
  Folder.write("src/a.cpp", "one\n");
  add(1, 1).Fixes = {{Safety::Safe, {{"src/gone.cpp", 0, 0, "x"}}},
                     {Safety::Safe, {{"src/a.cpp", 3, 2, "x"}}},
                     {Safety::Safe, {{"src/a.cpp", 0, 0, "\xff"}}},
                     {Safety::Safe, {}}};
  EXPECT_EQ(at(result(), {"fixes"}), "nothing at fixes");
}

TEST_F(Sarif, FailuresAreNotifications) {
  R.Failures = {{"src/c.cpp", "crashed: SIGSEGV"}};
  EXPECT_EQ(
      at(run(), {"invocations"}),
      R"([{"executionSuccessful":false,"toolExecutionNotifications":[{"level":"error",)"
      R"("locations":[{"physicalLocation":{"artifactLocation":)"
      R"({"uri":"src/c.cpp","uriBaseId":"%SRCROOT%"}}}],)"
      R"("message":{"text":"could not be analysed: crashed: SIGSEGV"}}]}])");
}

TEST_F(Sarif, NamesOfFilesAreUris) {
  auto Uri = [&](llvm::StringRef File) {
    R.Findings.clear();
    add(1, 1).At.File = File.str();
    return at(result(),
              {"locations", "0", "physicalLocation", "artifactLocation"});
  };
  EXPECT_EQ(
      Uri("a b/c:d/100%#?\u00fc.cpp"),
      R"({"uri":"a%20b/c%3Ad/100%25%23%3F%C3%BC.cpp","uriBaseId":"%SRCROOT%"})");
  EXPECT_EQ(Uri("/usr/include/x y.h"),
            R"({"uri":"file:///usr/include/x%20y.h"})");
}

TEST_F(Sarif, StaysValidWhateverTheReportHolds) {
  Folder.write("src/a.cpp", "x\n");
  add(0, 0).Message = "a byte \xff, a \"quote\"";
  EXPECT_EQ(at(result(), {"message", "text"}),
            "\"a byte \ufffd, a \\\"quote\\\"\"");
  EXPECT_EQ(at(result(), {"locations", "0", "physicalLocation", "region"}),
            "nothing at region");
  R.Findings[0].At = {};
  R.Findings[0].Check = "clang-diagnostic-error";
  EXPECT_EQ(at(result(), {"locations"}), "[]");
  EXPECT_EQ(at(result(), {"ruleIndex"}), "nothing at ruleIndex");
  // Behind the end of the line and of the file.
  R.Findings[0].At = {"src/a.cpp", 1, 2};
  EXPECT_EQ(at(result(), {"locations", "0", "physicalLocation", "region"}),
            R"({"startColumn":2,"startLine":1})");
  R.Findings[0].At = {"src/a.cpp", 40, 7};
  EXPECT_EQ(at(result(), {"locations", "0", "physicalLocation", "region"}),
            R"({"startColumn":7,"startLine":40})");
}

} // namespace
} // namespace asynctidy::report
