//===-- PackLimitsTest.cpp - What is refused instead of suffered ----------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "TestPack.h"

namespace asynctidy::catalog {

namespace {

std::string repeated(llvm::StringRef Text, size_t Times) {
  std::string Result;
  for (size_t I = 0; I < Times; ++I)
    Result += Text;
  return Result;
}

constexpr const char *TooDeep =
    "nested too deeply; a pack nests at most 16 levels\n";
constexpr const char *Alias =
    "an alias; a pack has no anchors and aliases (write '*' in quotes where "
    "every method is meant)\n";

TEST(PackLimits, OneMebibyteIsTheMost) {
  std::string Text = withHead("#");
  Text.resize(MaxPackBytes, 'x');
  EXPECT_EQ(mistakes(Text), "");
  EXPECT_EQ(mistakes(Text + "x"),
            "test.yaml: error: larger than 1 MiB; split the pack\n");
}

TEST(PackLimits, SixteenLevelsAreTheMost) {
  // The pack itself is the first level.
  EXPECT_EQ(
      mistakesIn("x: " + repeated("[", 15) + repeated("]", 15)).find(TooDeep),
      std::string::npos);
  EXPECT_EQ(mistakesIn("x: " + repeated("[", 16) + repeated("]", 16)),
            std::string("test.yaml:4:19: error: ") + TooDeep);
}

TEST(PackLimits, DeepNestingDoesNotOverflowTheStack) {
  for (const char *Step :
       {"[", "{", "- ", "? ", "[a, ", "{a: ", "[\n", "[ {", "- ? ", "a: {b: ["})
    EXPECT_NE(mistakes(repeated(Step, 100000)).find(TooDeep), std::string::npos)
        << Step;
}

TEST(PackLimits, ManyBracketsInATextAreFine) {
  EXPECT_EQ(mistakes("pack: a\nlibrary: b\ndescription: '" + repeated("[", 40) +
                     "'\n"),
            "");
}

TEST(PackLimits, AnchorsAliasesAndTagsAreRefused) {
  EXPECT_EQ(mistakesIn("x: &a [b]\n"),
            "test.yaml:4:4: error: an anchor; a pack has no anchors and "
            "aliases\n");
  EXPECT_EQ(mistakesIn("x: &a b\n"), "test.yaml:4:4: error: an anchor; a pack "
                                     "has no anchors and aliases\n");
  EXPECT_EQ(mistakesIn("x: *a\n"),
            std::string("test.yaml:4:4: error: ") + Alias);
  EXPECT_EQ(mistakesIn("nonblocking:\n  - in: a\n    names: [*]\n"),
            std::string("test.yaml:6:14: error: ") + Alias);
  EXPECT_EQ(mistakesIn("x: !!str b\n"),
            "test.yaml:4:4: error: a tag; a pack has no tags\n");
  EXPECT_EQ(mistakesIn("x: !mine {b: c}\n"),
            "test.yaml:4:4: error: a tag; a pack has no tags\n");
}

TEST(PackLimits, ABillionLaughsAreRefused) {
  std::string Text = "a: &a [x, x, x, x, x, x, x, x, x]\n";
  for (char C = 'b'; C < 'k'; ++C) {
    std::string Above(1, static_cast<char>(C - 1));
    Text += std::string(1, C) + ": &" + C + " [" +
            repeated("*" + Above + ", ", 9) + "]\n";
  }
  EXPECT_EQ(mistakes(Text), "test.yaml:1:4: error: an anchor; a pack has no "
                            "anchors and aliases\n");
}

TEST(PackLimits, OneDocumentIsAll) {
  EXPECT_EQ(mistakesIn("---\npack: b\n"),
            "test.yaml:4:1: error: a second document begins here; a pack is "
            "one document\n");
  EXPECT_EQ(mistakes("---\n" + withHead("...\n")), "");
  EXPECT_EQ(mistakes("%YAML 1.2\n---\n" + withHead("")), "");
}

TEST(PackLimits, AnEmptyPackIsNone) {
  for (const char *Text : {"", "\n\n", "# nothing\n", "---\n", "~\n", "   "})
    EXPECT_EQ(mistakes(Text),
              "test.yaml: error: empty; a pack begins with 'pack: <name>'\n")
        << Text;
}

TEST(PackLimits, OnlyUtf8IsText) {
  for (const char *Bytes :
       {"\x80", "\xff", "\xc0\xaf", "\xc3", "\xe0\x80\x80", "\xed\xa0\x80",
        "\xf5\x80\x80\x80", "\xf4\x90\x80\x80", "\xe2\x82"})
    EXPECT_EQ(mistakesIn(std::string("# ") + Bytes),
              "test.yaml:4:3: error: invalid UTF-8; a pack is UTF-8 text\n");
  EXPECT_EQ(mistakesIn("# gr\u00fc\u00dfe \u20ac \U0001f600\n"), "");
  EXPECT_EQ(mistakesIn(std::string("# \0\n", 4)),
            "test.yaml:4:3: error: a control character; a pack is UTF-8 "
            "text\n");
  EXPECT_EQ(mistakes("\xef\xbb\xbf" + withHead("")), ""); // a byte order mark
  EXPECT_EQ(mistakes("pack: test\r\nlibrary: T\r\ndescription: T\r\n"), "");
}

TEST(PackLimits, WhatIsNoYamlHasItsPlace) {
  EXPECT_EQ(mistakesIn("blocking:\n  - names: [a\n"),
            "test.yaml:6:1: error: end of sequence flow not found\n");
  EXPECT_EQ(mistakesIn(" blocking: x\n"),
            "test.yaml:4:10: error: illegal map value\n");
}

TEST(PackLimits, LongTextsAreCutInMessages) {
  std::string Lines = mistakesIn(repeated("x", 100000) + ": a\n");
  EXPECT_LT(Lines.size(), 1000u);
}

/// A pack that uses the whole format.
std::string fullPack() {
  return withHead(
      "# gr\u00fc\u00dfe\n"
      "verify:\n"
      "  - {package: x, includes: [a.h, \"b.h\"], flags: ['-DX']}\n"
      "blocking:\n"
      "  - in: [a::b, c]\n"
      "    names: [get, \"operator<<\", 'operator()']\n"
      "    category: cache\n"
      "    when: {types: {1: std::function, 0: [\"const char *\"]}, null: [3],"
      " bits: {3: 0x40}, parameters: \"2+\"}\n"
      "    help: >\n"
      "      folded text\n"
      "callbacks:\n"
      "  - {names: f, arguments: all, context: loop}\n"
      "replacements:\n"
      "  - runtime: r\n"
      "    category: sleep\n"
      "    text: f({duration}, {s})\n"
      "    needs: {s: [t]}\n");
}

TEST(PackLimits, APackCutAnywhereDoesNotCrash) {
  std::string Text = fullPack();
  ASSERT_EQ(mistakes(Text), "");
  for (size_t Size = 0; Size < Text.size(); ++Size) {
    std::vector<PackError> Errors;
    auto Storage = readPack("cut.yaml", Text.substr(0, Size), Errors);
    EXPECT_EQ(Errors.empty(), Storage != nullptr) << Size;
  }
}

TEST(PackLimits, APackChangedAnywhereDoesNotCrash) {
  const std::string Text = fullPack();
  for (char C : {'[', '{', ']', '}', ':', '-', '"', '\'', '\n', ' ', '#', '&',
                 '*', '!', '|', '\t', '\0', '\xff', ','})
    for (size_t I = 0; I < Text.size(); I += 3) {
      std::string Changed = Text;
      Changed[I] = C;
      std::vector<PackError> Errors;
      auto Storage = readPack("changed.yaml", Changed, Errors);
      EXPECT_EQ(Errors.empty(), Storage != nullptr) << I << C;
    }
}

TEST(PackLimits, AThousandMistakesAreReported) {
  auto Mistakes = [](int Count) {
    std::string Text = withHead("nonblocking:\n");
    for (int I = 0; I < Count; ++I)
      Text += "  - {names: a" + std::to_string(I) + ", x: y}\n";
    std::vector<PackError> Errors;
    EXPECT_EQ(readPack("many.yaml", Text, Errors), nullptr);
    return Errors;
  };
  EXPECT_EQ(Mistakes(1000).size(), 1000u);
  std::vector<PackError> Errors = Mistakes(1001);
  ASSERT_EQ(Errors.size(), 1001u);
  EXPECT_EQ(Errors[999].Line, 1004u);
  EXPECT_EQ(Errors[1000].render(),
            "many.yaml: error: more mistakes are left out");
}

TEST(PackLimits, ListsDoNotMultiplyWithoutEnd) {
  auto Entry = [](int Scopes, int Names) {
    std::string Text = "  - in: [";
    for (int I = 0; I < Scopes; ++I)
      Text += "s" + std::to_string(I) + ", ";
    Text += "]\n    names: [";
    for (int I = 0; I < Names; ++I)
      Text += "n" + std::to_string(I) + ", ";
    return Text + "]\n";
  };
  EXPECT_EQ(mistakesIn("nonblocking:\n" + Entry(256, 256)), "");
  EXPECT_EQ(mistakesIn("nonblocking:\n" + Entry(256, 256) + Entry(1, 257) +
                       Entry(20000, 20000)),
            "test.yaml:8:12: error: more than 65536 names, those of each scope "
            "counted; split the pack\n");
}

TEST(PackFile, WhatCannotBeReadIsAMistake) {
  std::vector<PackError> Errors;
  EXPECT_EQ(readPackFile("/nowhere/x.yaml", Errors), nullptr);
  EXPECT_EQ(readPackFile("/", Errors), nullptr);
  EXPECT_EQ(readPackFile("/dev/zero", Errors), nullptr);
  ASSERT_EQ(Errors.size(), 3u);
  EXPECT_EQ(Errors[0].render(), "/nowhere/x.yaml: error: can't be opened: No "
                                "such file or directory");
  EXPECT_EQ(Errors[1].render(), "/: error: not a regular file");
  EXPECT_EQ(Errors[2].render(), "/dev/zero: error: not a regular file");
}

} // namespace
} // namespace asynctidy::catalog
