//===-- SqlTextTest.cpp - What a text of SQL changes ----------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/web/SqlText.h"
#include "gtest/gtest.h"
#include <random>

using asynctidy::SqlParameter;
using asynctidy::updateParameters;
using llvm::StringRef;

namespace {

/// "0:name 1:" for a parameter that is written as it is and one that isn't;
/// "none" for a text that is no UPDATE.
std::string said(StringRef Sql) {
  std::optional<std::vector<SqlParameter>> Found = updateParameters(Sql);
  if (!Found)
    return "none";
  std::string Text;
  for (const SqlParameter &P : *Found)
    Text +=
        (Text.empty() ? "" : " ") + std::to_string(P.Index) + ":" + P.Column;
  return Text;
}

TEST(SqlText, FindsNumberedParameters) {
  EXPECT_EQ(said("UPDATE users SET name = $1, email = $2 WHERE id = $3"),
            "0:name 1:email 2:");
  EXPECT_EQ(said("UPDATE users SET name = $2, email = $3 WHERE id = $1"),
            "1:name 2:email 0:");
  EXPECT_EQ(said("UPDATE users SET name = $1, nick = $1"), "0:name 0:nick");
  EXPECT_EQ(said("UPDATE t SET c10 = $10, c11 = $11"), "9:c10 10:c11");
}

TEST(SqlText, FindsNumberedQuestionMarks) {
  EXPECT_EQ(said("UPDATE users SET name = ?2, email = ?3 WHERE id = ?1"),
            "1:name 2:email 0:");
}

TEST(SqlText, FindsQuestionMarks) {
  EXPECT_EQ(said("UPDATE users SET name = ?, email = ? WHERE id = ?"),
            "0:name 1:email 2:");
  EXPECT_EQ(said("UPDATE users SET name=?,email=? WHERE id=?"),
            "0:name 1:email 2:");
  EXPECT_EQ(
      said("update users\n   set name = ?\n     , email = ?\n where id = ?"),
      "0:name 1:email 2:");
}

TEST(SqlText, FindsNamedParameters) {
  EXPECT_EQ(said("UPDATE users SET name = :name, email = :mail WHERE id = :id"),
            "0:name 1:email 2:");
  EXPECT_EQ(said("UPDATE users SET name = @name, email = @mail WHERE id = @id"),
            "0:name 1:email 2:");
  // One name is one value, wherever it stands.
  EXPECT_EQ(said("UPDATE users SET name = :n, nick = :n, email = :e"),
            "0:name 0:nick 1:email");
}

TEST(SqlText, FindsPlacesOfFormats) {
  EXPECT_EQ(said("UPDATE users SET name = {}, age = {} WHERE id = {}"),
            "0:name 1:age 2:");
  EXPECT_EQ(said("UPDATE users SET name = %s, age = %d WHERE id = %d"),
            "0:name 1:age 2:");
}

TEST(SqlText, FindsPlacesOfFormatsInQuotes) {
  EXPECT_EQ(said("UPDATE users SET name = '{}', age = {} WHERE id = '{}'"),
            "0:name 1:age 2:");
  EXPECT_EQ(said("UPDATE users SET name = '%s', age = %d WHERE id = '%s'"),
            "0:name 1:age 2:");
  EXPECT_EQ(said("UPDATE users SET name = \"%s\", age = %d"), "0:name 1:age");
  // A part of a text isn't the value as it is.
  EXPECT_EQ(said("UPDATE users SET name = 'Mr %s', age = %d"), "0: 1:age");
}

TEST(SqlText, CountsPlacesOfFormatsThatSayMore) {
  EXPECT_EQ(said("UPDATE t SET price = %.2f, name = %s"), "0:price 1:name");
  EXPECT_EQ(said("UPDATE t SET size = %lld, name = %s"), "0:size 1:name");
  EXPECT_EQ(said("UPDATE t SET price = {:.2f}, name = {}"), "0:price 1:name");
  EXPECT_EQ(said("UPDATE t SET name = {1}, price = {0}"), "1:name 0:price");
}

TEST(SqlText, LooksThroughCasts) {
  EXPECT_EQ(said("UPDATE users SET name = $1::text, born = $2::date "
                 "WHERE id = $3::uuid"),
            "0:name 1:born 2:");
  EXPECT_EQ(said("UPDATE users SET name = :name::text"), "0:name");
}

TEST(SqlText, KnowsValuesThatOnlyTakePart) {
  for (const char *Value :
       {"COALESCE($1, name)", "coalesce($1, name)", "COALESCE(name, $1)",
        "IFNULL($1, name)", "NULLIF($1, '')", "lower($1)", "($1)",
        "CAST($1 AS text)", "name || $1", "$1 || name", "count + $1",
        "$1 + count", "'x' || $1", "-$1", "nullif(trim($1), '')"})
    EXPECT_EQ(said((StringRef("UPDATE users SET name = ") + Value +
                    ", email = $2 WHERE id = $3")
                       .str()),
              "0: 1:email 2:")
        << Value;
}

TEST(SqlText, KnowsCases) {
  EXPECT_EQ(said("UPDATE users SET name = CASE WHEN $1 IS NULL THEN name ELSE "
                 "$1 END, email = $2"),
            "0: 0: 1:email");
  EXPECT_EQ(said("UPDATE users SET name = CASE WHEN ? THEN ? ELSE name END, "
                 "email = ?"),
            "0: 1: 2:email");
  EXPECT_EQ(said("UPDATE users SET name = IF(? IS NULL, name, ?), email = ?"),
            "0: 1: 2:email");
}

TEST(SqlText, SkipsColumnsWithoutParameters) {
  EXPECT_EQ(said("UPDATE users SET changed = now(), name = ?"), "0:name");
  EXPECT_EQ(said("UPDATE users SET active = TRUE, name = ?, age = 3, mail = ?"),
            "0:name 1:mail");
  EXPECT_EQ(said("UPDATE users SET note = 'a, b = ?', name = ?"), "0:name");
  EXPECT_EQ(said("UPDATE users SET note = 'it''s', name = ?"), "0:name");
  EXPECT_EQ(said("UPDATE users SET version = version + 1, name = ?"), "0:name");
  EXPECT_EQ(said("UPDATE users SET age = 1"), "");
}

TEST(SqlText, EndsWhereNothingIsSetAnyMore) {
  EXPECT_EQ(said("UPDATE users SET name = ? WHERE email = ? AND age = ?"),
            "0:name 1: 2:");
  EXPECT_EQ(said("UPDATE users SET name = ? RETURNING id, email = ?"),
            "0:name 1:");
  EXPECT_EQ(said("UPDATE users SET name = $1 FROM orders WHERE user_id = $2"),
            "0:name 1:");
  EXPECT_EQ(said("UPDATE users SET name = $1 RETURNING *"), "0:name");
  EXPECT_EQ(said("UPDATE users SET name = $1;"), "0:name");
  EXPECT_EQ(said("UPDATE users SET name = $1where id = $2"), "0:name 1:");
  EXPECT_EQ(said("UPDATE users SET name = ? ORDER BY id LIMIT 1"), "0:name");
}

TEST(SqlText, GoesOnBehindANestedQuery) {
  EXPECT_EQ(said("UPDATE users SET team = (SELECT id FROM teams WHERE name = "
                 "?), email = ? WHERE id = ?"),
            "0: 1:email 2:");
}

TEST(SqlText, KnowsNamesInQuotes) {
  EXPECT_EQ(said("UPDATE \"users\" SET \"name\" = $1, \"first name\" = $2"),
            "0:name 1:first name");
  EXPECT_EQ(said("UPDATE `order` SET `name` = ?, `key` = ? WHERE `id` = ?"),
            "0:name 1:key 2:");
  EXPECT_EQ(said("UPDATE \"set\" SET \"where\" = ?, name = ?"),
            "0:where 1:name");
}

TEST(SqlText, KnowsNamesWithSchemas) {
  EXPECT_EQ(said("UPDATE public.users SET name = ?"), "0:name");
  EXPECT_EQ(said("UPDATE \"shop\".\"public\".\"users\" SET name = ?"),
            "0:name");
  EXPECT_EQ(said("UPDATE users u SET u.name = ?, u.email = ?"),
            "0:name 1:email");
  EXPECT_EQ(said("UPDATE users AS u SET \"u\".\"name\" = ?"), "0:name");
  EXPECT_EQ(said("UPDATE ONLY users SET name = ?"), "0:name");
}

TEST(SqlText, SaysNothingOfColumnsInAList) {
  EXPECT_EQ(said("UPDATE users SET (name, email) = ($1, $2), age = $3"),
            "0: 1: 2:age");
}

TEST(SqlText, MayHaveSpaceAround) {
  EXPECT_EQ(said("\n\t  UPDATE users SET name = ?  \n"), "0:name");
  EXPECT_EQ(said("uPdAtE users SeT name = ? wHeRe id = ?"), "0:name 1:");
}

TEST(SqlText, OfOthersIsNone) {
  for (const char *Sql :
       {"", " ", "SELECT name FROM users WHERE id = ?",
        "INSERT INTO users (name) VALUES (?)", "DELETE FROM users WHERE id = ?",
        "UPDATE", "UPDATE users", "UPDATE users name = ?",
        "updated users SET a", "UPDATES users SET name = ?", "name = ?",
        "an UPDATE users SET name = ?",
        "Update your account settings in the menu of the page on the right "
        "before you set your name"})
    EXPECT_EQ(said(Sql), "none") << Sql;
}

TEST(SqlText, ThatIsBrokenGivesWhatIsSeen) {
  EXPECT_EQ(said("UPDATE users SET name = '"), "");
  EXPECT_EQ(said("UPDATE users SET name = 'open, email = ?"), "");
  EXPECT_EQ(said("UPDATE users SET \"name = ?"), "");
  EXPECT_EQ(said("UPDATE users SET name = ?)), email = ?"), "0: 1:email");
  EXPECT_EQ(said("UPDATE users SET name = (((?, email = ?"), "0: 1:");
  EXPECT_EQ(said("UPDATE users SET = ?"), "0:");
  EXPECT_EQ(said("UPDATE users SET ,,, name = ?"), "0:name");
  EXPECT_EQ(said("UPDATE users SET name = $, email = $0, age = $1"), "0:age");
  EXPECT_EQ(said("UPDATE users SET name = $99999999999999999999, age = $1"),
            "0:age");
  EXPECT_EQ(said("UPDATE users SET name = :, email = @, age = ?"), "0:age");
  EXPECT_EQ(said("UPDATE users SET name = ::, age = ?"), "0:age");
}

constexpr StringRef Texts[] = {
    "UPDATE users SET name = $1::text, \"e\" = ? WHERE id = :id RETURNING *",
    "UPDATE a.b SET x = {}, y = %s, z = @z, `q` = COALESCE(?, q), 'it''s'",
    "update t set x = case when ? then 'a' else \"b\" end, y = (select 1);",
};

TEST(SqlText, CutAnywhereEnds) {
  for (StringRef Text : Texts)
    for (size_t Begin = 0; Begin <= Text.size(); ++Begin)
      for (size_t Size = 0; Size <= Text.size() - Begin; ++Size) {
        // A copy of this size: whoever reads further is seen by a sanitizer.
        std::vector<char> Cut(Text.begin() + Begin,
                              Text.begin() + Begin + Size);
        if (auto Found = updateParameters({Cut.data(), Size}))
          EXPECT_LE(Found->size(), Size);
      }
}

TEST(SqlText, ChangedAnywhereEnds) {
  std::mt19937 Random(1);
  const StringRef Bytes("'\"`?$:@%{}(),.=;1a \n\0\xFF", 23);
  for (unsigned I = 0; I != 20'000; ++I) {
    std::string Text = Texts[Random() % std::size(Texts)].str();
    for (unsigned N = 1 + Random() % 8; N; --N)
      Text[Random() % Text.size()] = Bytes[Random() % Bytes.size()];
    if (auto Found = updateParameters(Text))
      EXPECT_LE(Found->size(), Text.size());
  }
}

TEST(SqlText, ThatIsLongTakesNoLonger) {
  std::string Text = "UPDATE t SET a = ?";
  for (unsigned I = 0; I != 100'000; ++I)
    Text += ", c" + std::to_string(I) + " = ?";
  auto Found = updateParameters(Text);
  ASSERT_TRUE(Found);
  EXPECT_EQ(Found->size(), 100'001u);
  EXPECT_EQ(Found->back().Column, "c99999");
  EXPECT_EQ(said("UPDATE t SET a = " + std::string(100'000, '(') + "?"), "0:");
  EXPECT_EQ(said("UPDATE " + std::string(100'000, '.') + " SET a = ?"), "none");
}

} // namespace
