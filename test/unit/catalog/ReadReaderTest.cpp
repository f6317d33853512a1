//===-- ReadReaderTest.cpp - `reads` --------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "TestPack.h"

namespace asynctidy::catalog {

namespace {

using llvm::StringRef;

std::string inRead(StringRef Map) {
  return mistakesIn(("reads:\n  - {" + Map + "}\n").str());
}

ReadUse only(StringRef Map, std::unique_ptr<PackStorage> &Storage) {
  Storage = goodPack(withHead(("reads:\n  - {" + Map + "}\n").str()));
  EXPECT_EQ(Storage->P.Entries.size(), 1u);
  return Storage->P.Entries.empty() ? ReadUse()
                                    : Storage->P.Entries.front().Read;
}

TEST(ReadReader, ReadsFields) {
  std::unique_ptr<PackStorage> Storage;
  ReadUse R = only("names: J::get, gives: field, key: 0, default: 1, "
                   "test: '{from}.has({key})'",
                   Storage);
  EXPECT_EQ(R.Kind, ReadKind::Field);
  EXPECT_EQ(R.From, NoArgument);
  EXPECT_EQ(R.Key, 0);
  EXPECT_EQ(R.Default, 1);
  EXPECT_EQ(R.Into, NoArgument);
  EXPECT_EQ(R.Absent, Absence::Unsaid);
  EXPECT_EQ(R.Invalid, Absence::Unsaid);
  EXPECT_EQ(R.Test, "{from}.has({key})");
  R = only("names: query, gives: parameter, key: 1, from: 0, absent: empty",
           Storage);
  EXPECT_EQ(R.Kind, ReadKind::Parameter);
  EXPECT_EQ(R.From, 0);
  EXPECT_EQ(R.Absent, Absence::Empty);
}

TEST(ReadReader, ReadsWholesAndTests) {
  std::unique_ptr<PackStorage> Storage;
  ReadUse R = only("names: read, gives: object, into: 1, absent: keeps, "
                   "invalid: error, reader: from_json, "
                   "merge: '{target} = {from};'",
                   Storage);
  EXPECT_EQ(R.Into, 1);
  EXPECT_EQ(R.Absent, Absence::Keeps);
  EXPECT_EQ(R.Invalid, Absence::Error);
  EXPECT_EQ(R.Reader, "from_json");
  EXPECT_EQ(R.Merge, "{target} = {from};");
  EXPECT_EQ(only("names: J::has, gives: test, key: 0", Storage).Kind,
            ReadKind::Test);
  EXPECT_EQ(only("types: Maybe, gives: optional", Storage).Kind,
            ReadKind::Optional);
  EXPECT_EQ(only("names: O::update, gives: merge", Storage).Kind,
            ReadKind::Merge);
}

TEST(ReadReader, ReadsWhatLooksUp) {
  std::unique_ptr<PackStorage> Storage;
  ReadUse R = only("names: Db::find, gives: entity, absent: none", Storage);
  EXPECT_EQ(R.Kind, ReadKind::Entity);
  EXPECT_EQ(R.Absent, Absence::Null);
  R = only("names: Db::load, gives: entity, absent: throws", Storage);
  EXPECT_EQ(R.Kind, ReadKind::Entity);
  EXPECT_EQ(R.Absent, Absence::Throws);
  R = only("names: Db::exec, gives: rows", Storage);
  EXPECT_EQ(R.Kind, ReadKind::Rows);
  EXPECT_EQ(R.Absent, Absence::Unsaid);
}

AnswerUse onlyAnswer(StringRef Map, std::unique_ptr<PackStorage> &Storage) {
  Storage = goodPack(withHead(("answers:\n  - {" + Map + "}\n").str()));
  EXPECT_EQ(Storage->P.Entries.size(), 1u);
  if (Storage->P.Entries.empty())
    return {};
  EXPECT_EQ(Storage->P.Entries.front().Kind, Section::Answers);
  return Storage->P.Entries.front().Answer;
}

std::vector<std::string> texts(llvm::ArrayRef<StringRef> Texts) {
  std::vector<std::string> Result;
  for (StringRef Text : Texts)
    Result.push_back(Text.str());
  return Result;
}

TEST(ReadReader, ReadsAnswers) {
  std::unique_ptr<PackStorage> Storage;
  AnswerUse A = onlyAnswer("parameter: Response, "
                           "not-found: '{parameter}.status = 404; {return};', "
                           "bad-request: '{parameter}.status = 400; return;'",
                           Storage);
  EXPECT_EQ(texts(A.Parameter), std::vector<std::string>{"Response"});
  EXPECT_EQ(texts(A.Returns), std::vector<std::string>{});
  EXPECT_EQ(A.NotFound, "{parameter}.status = 404; {return};");
  EXPECT_EQ(A.BadRequest, "{parameter}.status = 400; return;");
  A = onlyAnswer("parameter: [Response, 'Answer *'], returns: [void, Task], "
                 "not-found: 'return;', bad-request: 'throw Bad();'",
                 Storage);
  EXPECT_EQ(texts(A.Parameter),
            (std::vector<std::string>{"Response", "Answer *"}));
  EXPECT_EQ(texts(A.Returns), (std::vector<std::string>{"void", "Task"}));
}

TEST(ReadReader, SaysWhatIsWrongWithAnswers) {
  const std::pair<StringRef, StringRef> Cases[] = {
      {"not-found: a, bad-request: b",
       "5: error: an entry of 'answers' has 'parameter', 'returns' or both"},
      {"returns: T, bad-request: b",
       "5: error: missing key 'not-found' in an entry of 'answers'"},
      {"returns: T, not-found: a",
       "5: error: missing key 'bad-request' in an entry of 'answers'"},
      {"returns: T, not-found: a, bad-request: '{respond}'",
       "45: error: unknown placeholder {respond}; known are {parameter}, "
       "{return}"},
      {"returns: T, not-found: '{paramter}', bad-request: b",
       "29: error: unknown placeholder {paramter}; did you mean 'parameter'? "
       "known are {parameter}, {return}"},
      {"names: f, returns: T, not-found: a, bad-request: b",
       "6: error: unknown key 'names' in an entry of 'answers'; allowed here: "
       "parameter, returns, not-found, bad-request"},
  };
  for (auto [Map, Expected] : Cases)
    EXPECT_EQ(mistakesIn(("answers:\n  - {" + Map + "}\n").str()),
              ("test.yaml:5:" + Expected + "\n").str())
        << Map.str();
}

TEST(ReadReader, SaysWhatIsWrong) {
  const std::pair<StringRef, StringRef> Cases[] = {
      {"names: f", "5: error: missing key 'gives' in an entry of 'reads'"},
      {"names: f, gives: field, absent: none",
       "5: error: missing key 'key' in an entry of 'reads'"},
      {"names: f, gives: field, key: 0",
       "5: error: an entry of 'reads' that gives a field has 'absent', "
       "'default' or both"},
      {"names: f, gives: optional",
       "5: error: 'types' and 'gives: optional' go together"},
      {"types: T, gives: value",
       "5: error: 'types' and 'gives: optional' go together"},
      {"names: f, gives: row",
       "23: error: one of body, document, field, value, parameter, object, "
       "optional, test, merge, entity, rows was expected, not 'row'; did you "
       "mean 'rows'?"},
      {"names: f, gives: entity, absent: none, test: '{read}'",
       "51: error: 'test' goes with 'gives: field' and 'gives: parameter'"},
      {"names: f, gives: rows, merge: '{from}'",
       "36: error: 'merge' goes with 'gives: value' and 'gives: object'"},
      {"names: f, gives: value, test: '{read}'",
       "36: error: 'test' goes with 'gives: field' and 'gives: parameter'"},
      {"names: f, gives: body, merge: '{from}'",
       "36: error: 'merge' goes with 'gives: value' and 'gives: object'"},
      {"names: f, gives: field, key: 0, default: 1, test: '{form}'",
       "56: error: unknown placeholder {form}; did you mean 'from'? known "
       "are {from}, {key}, {read}"},
  };
  for (auto [Map, Expected] : Cases)
    EXPECT_EQ(inRead(Map), ("test.yaml:5:" + Expected + "\n").str())
        << Map.str();
}

} // namespace

} // namespace asynctidy::catalog
