//===-- SharedHeadersTest.cpp - What a set is, as bytes -------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/frontend/SharedHeaders.h"
#include "gtest/gtest.h"

namespace asynctidy::frontend {
namespace {

SharedHeaders sample() {
  SharedHeaders Set;
  Set.Headers = {"<ext/a.h>", "\"/p/third_party/b.h\""};
  Set.Unusable = {"<ext/wrong.h>"};
  Set.Files = {{"/p/third_party/ext/a.h", {1, 2}},
               {"/p/third_party/b.h", {}},
               {"/usr/include/c.h", {0}}};
  Set.Inputs = std::string("bytes\0of inputs", 15);
  Set.Bytes = 1234567;
  Set.Precompiled = "/cache/llvmcache-1.pch";
  return Set;
}

std::string string(const SharedHeaders &Set) {
  std::string Text = "headers";
  for (const std::string &H : Set.Headers)
    Text += " " + H;
  Text += "\nunusable";
  for (const std::string &H : Set.Unusable)
    Text += " " + H;
  for (const SharedHeaders::File &F : Set.Files) {
    Text += "\n" + F.Name;
    for (unsigned I : F.Includes)
      Text += " " + std::to_string(I);
  }
  return Text + "\n" + Set.Inputs + "\n" + std::to_string(Set.Bytes) + "\n" +
         Set.Precompiled;
}

TEST(SharedHeaders, SurviveTheirBytes) {
  SharedHeaders Set = sample();
  auto Read = SharedHeaders::decode(Set.encode());
  ASSERT_TRUE(Read);
  // The cache may be anywhere.
  EXPECT_EQ(Read->Precompiled, "llvmcache-1.pch");
  Set.Precompiled = "llvmcache-1.pch";
  EXPECT_EQ(string(*Read), string(Set));

  auto Empty = SharedHeaders::decode(SharedHeaders().encode());
  ASSERT_TRUE(Empty);
  EXPECT_EQ(string(*Empty), string(SharedHeaders()));
}

TEST(SharedHeaders, CutShortAreRefused) {
  std::string Bytes = sample().encode();
  for (size_t Size = 0; Size < Bytes.size(); ++Size)
    EXPECT_FALSE(SharedHeaders::decode(Bytes.substr(0, Size))) << Size;
  EXPECT_FALSE(SharedHeaders::decode(Bytes + "x"));
  EXPECT_FALSE(SharedHeaders::decode(Bytes + Bytes));
}

TEST(SharedHeaders, WithAChangedByteAreRefused) {
  const std::string Bytes = sample().encode();
  for (size_t At = 0; At < Bytes.size(); ++At)
    for (unsigned Flip : {1U, 0x80U, 0xFFU}) {
      std::string Changed = Bytes;
      Changed[At] = static_cast<char>(Changed[At] ^ Flip);
      EXPECT_FALSE(SharedHeaders::decode(Changed)) << At;
    }
}

TEST(SharedHeaders, KnowWhatIsInThemAndWhatCantBe) {
  SharedHeaders Set = sample();
  EXPECT_TRUE(Set.knows("<ext/a.h>"));
  EXPECT_TRUE(Set.knows("<ext/wrong.h>"));
  EXPECT_FALSE(Set.knows("\"ext/a.h\""));
  EXPECT_FALSE(Set.knows("/usr/include/c.h"));
  EXPECT_EQ(Set.text(),
            "#include <ext/a.h>\n#include \"/p/third_party/b.h\"\n");
}

} // namespace
} // namespace asynctidy::frontend
