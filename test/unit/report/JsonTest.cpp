//===-- JsonTest.cpp - The JSON format
//--------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/report/Json.h"
#include "llvm/Support/JSON.h"
#include "gtest/gtest.h"

namespace asynctidy::report {
namespace {

Finding finding() {
  Finding F;
  F.At = {"src/a.cpp", 12, 3};
  F.Check = "async-blocking-call";
  F.Message = "'sleep' blocks the event loop";
  F.Lvl = Level::Strict;
  F.Notes = {{"use 'co_await' instead", {"src/a.cpp", 12, 3}}};
  F.Fixes = {{Safety::Safe, {{"src/a.cpp", 100, 8, "co_await nap()"}}},
             {Safety::Unsafe, {{"src/b.cpp", 0, 0, "#include <nap>\n"}}}};
  F.Fingerprint = "00112233445566aa";
  return F;
}

std::string text(const Report &R) {
  std::string Result;
  llvm::raw_string_ostream OS(Result);
  writeJson(R, OS);
  return Result;
}

TEST(Json, HasTheDocumentedShape) {
  Report R;
  R.Version = "1.2.3";
  R.LLVMVersion = "22.1.8";
  R.Findings = {finding()};
  R.Failures = {{"src/c.cpp", "crashed: SIGSEGV"}};
  R.Units = 3;
  R.Seconds = 1.23456;
  EXPECT_EQ(text(R), R"json({
  "version": 1,
  "tool": {
    "name": "async-tidy",
    "version": "1.2.3",
    "llvm": "22.1.8"
  },
  "summary": {
    "findings": 1,
    "units": 3,
    "failed": 1,
    "cached": 0,
    "seconds": 1.235
  },
  "findings": [
    {
      "check": "async-blocking-call",
      "level": "strict",
      "message": "'sleep' blocks the event loop",
      "file": "src/a.cpp",
      "line": 12,
      "column": 3,
      "fingerprint": "00112233445566aa",
      "notes": [
        {
          "message": "use 'co_await' instead",
          "file": "src/a.cpp",
          "line": 12,
          "column": 3
        }
      ],
      "fixes": [
        {
          "safety": "safe",
          "edits": [
            {
              "file": "src/a.cpp",
              "offset": 100,
              "length": 8,
              "text": "co_await nap()"
            }
          ]
        },
        {
          "safety": "unsafe",
          "edits": [
            {
              "file": "src/b.cpp",
              "offset": 0,
              "length": 0,
              "text": "#include <nap>\n"
            }
          ]
        }
      ]
    }
  ],
  "failures": [
    {
      "file": "src/c.cpp",
      "message": "crashed: SIGSEGV"
    }
  ]
}
)json");
}

TEST(Json, StaysJsonWhateverTheSourcesHold) {
  Report R;
  R.Findings = {finding()};
  R.Findings[0].Message = "a \"quote\", a \\, a tab\t, a byte \xff, \u00fc";
  auto Parsed = llvm::json::parse(text(R));
  ASSERT_TRUE(static_cast<bool>(Parsed)) << text(R);
  auto Message = (*Parsed->getAsObject()->getArray("findings"))[0]
                     .getAsObject()
                     ->getString("message");
  EXPECT_EQ(Message, "a \"quote\", a \\, a tab\t, a byte \ufffd, \u00fc");
}

TEST(Json, EmptyReportHasEmptyLists) {
  auto Parsed = llvm::json::parse(text(Report()));
  ASSERT_TRUE(static_cast<bool>(Parsed));
  EXPECT_TRUE(Parsed->getAsObject()->getArray("findings")->empty());
  EXPECT_TRUE(Parsed->getAsObject()->getArray("failures")->empty());
}

TEST(UnitResult, SurvivesTheWayBetweenProcesses) {
  UnitResult Sent;
  Sent.Findings = {finding(), Finding()};
  Sent.Failures = {{"a.cpp", "a\nb"}};
  Sent.ConfigurationErrors = {"wrong"};
  std::string Text;
  llvm::raw_string_ostream OS(Text);
  writeUnitResult(Sent, OS);
  llvm::Expected<UnitResult> Got = readUnitResult(Text);
  ASSERT_TRUE(static_cast<bool>(Got));
  EXPECT_EQ(Got->Findings, Sent.Findings);
  EXPECT_EQ(Got->Failures, Sent.Failures);
  EXPECT_EQ(Got->ConfigurationErrors, Sent.ConfigurationErrors);
}

TEST(UnitResult, IsNotReadFromHalfAText) {
  UnitResult Sent;
  Sent.Findings = {finding()};
  std::string Text;
  llvm::raw_string_ostream OS(Text);
  writeUnitResult(Sent, OS);
  for (size_t Size : {size_t(0), Text.size() / 2, Text.size() - 1}) {
    llvm::Expected<UnitResult> Got = readUnitResult(Text.substr(0, Size));
    EXPECT_FALSE(static_cast<bool>(Got)) << Size;
    llvm::consumeError(Got.takeError());
  }
  llvm::Expected<UnitResult> Other = readUnitResult("{\"findings\": 3}");
  EXPECT_FALSE(static_cast<bool>(Other));
  llvm::consumeError(Other.takeError());
}

} // namespace
} // namespace asynctidy::report
