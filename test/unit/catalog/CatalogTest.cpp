//===-- CatalogTest.cpp - The index over all packs ------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/catalog/Catalog.h"
#include "TestFolder.h"
#include "TestPack.h"
#include "llvm/ADT/STLExtras.h"

namespace asynctidy::catalog {

namespace {

using llvm::StringRef;

/// `scope@pack` of each entry, in the index's order.
std::string listed(llvm::ArrayRef<NamedEntry> Entries) {
  std::string Text;
  for (const NamedEntry &E : Entries)
    Text += (Text.empty() ? "" : " ") + E.Scope.str() + "@" + E.P->Name.str() +
            std::to_string(E.Priority);
  return Text;
}

std::string packNamed(StringRef Name, StringRef Body) {
  return ("pack: " + Name + "\nlibrary: X\ndescription: X\n" + Body).str();
}

class Packs {
public:
  explicit Packs(std::initializer_list<std::string> Texts) {
    std::vector<const Pack *> Pointers;
    for (const std::string &Text : Texts) {
      Storages.push_back(goodPack(Text));
      Pointers.push_back(&Storages.back()->P);
    }
    Index = Catalog::fromPacks(Pointers);
  }
  const Catalog *operator->() const { return Index.get(); }

private:
  std::vector<std::unique_ptr<PackStorage>> Storages;
  std::shared_ptr<const Catalog> Index;
};

TEST(Catalog, FindsFunctionsByTheirLastComponent) {
  Packs C({packNamed("a", "nonblocking:\n"
                          "  - in: [boost::asio, asio]\n"
                          "    names: [read, ip::tcp::socket::read]\n"
                          "  - names: [read, x::y]\n")});
  EXPECT_EQ(listed(C->functionsNamed("read")),
            "boost::asio@a0 boost::asio::ip::tcp::socket@a0 asio@a0 "
            "asio::ip::tcp::socket@a0 @a0");
  EXPECT_EQ(listed(C->functionsNamed("y")), "x@a0");
  EXPECT_EQ(listed(C->functionsNamed("rea")), "");
  EXPECT_EQ(listed(C->functionsNamed("")), "");
  EXPECT_EQ(listed(C->typesNamed("read")), "");
}

TEST(Catalog, SpecialMembersHaveTheirOwnComponents) {
  Packs C({packNamed("a", "nonblocking:\n"
                          "  - in: n\n"
                          "    names: [X::X, X::~X, \"X::operator<<\", "
                          "\"operator()\", X::operator std::string]\n")});
  EXPECT_EQ(listed(C->functionsNamed("X")), "n::X@a0");
  EXPECT_EQ(listed(C->functionsNamed("~X")), "n::X@a0");
  EXPECT_EQ(listed(C->functionsNamed("operator<<")), "n::X@a0");
  EXPECT_EQ(listed(C->functionsNamed("operator()")), "n@a0");
  EXPECT_EQ(listed(C->functionsNamed("operator std::string")), "n::X@a0");
}

TEST(Catalog, AnyMethodIsFoundByItsClass) {
  Packs C({packNamed("a", "nonblocking:\n"
                          "  - {in: [sw::Redis, Client], names: '*'}\n")});
  EXPECT_EQ(listed(C->methodsOf("Redis")), "sw::Redis@a0");
  EXPECT_EQ(listed(C->methodsOf("Client")), "Client@a0");
  EXPECT_EQ(listed(C->functionsNamed("*")), "");
  EXPECT_EQ(listed(C->functionsNamed("Redis")), "");
}

TEST(Catalog, FindsTypes) {
  Packs C({packNamed("a", "coroutines:\n"
                          "  - {in: asio, types: awaitable, runtime: asio}\n"
                          "locks:\n"
                          "  - types: [std::lock_guard]\n"
                          "executors:\n"
                          "  - {names: pool, context: offload}\n")});
  EXPECT_EQ(listed(C->typesNamed("awaitable")), "asio@a0");
  EXPECT_EQ(listed(C->typesNamed("lock_guard")), "std@a0");
  EXPECT_EQ(listed(C->functionsNamed("pool")), "@a0");
  EXPECT_EQ(C->typesNamed("lock_guard")[0].E->Kind, Section::Locks);
}

TEST(Catalog, LaterPacksHaveAHigherPriority) {
  Packs C({packNamed("a", "blocking:\n  - {names: f, category: file}\n"),
           packNamed("b", "nonblocking:\n  - names: f\n")});
  EXPECT_EQ(listed(C->functionsNamed("f")), "@a0 @b1");
}

TEST(Catalog, LaterReplacementsWin) {
  Packs C({packNamed("a", "replacements:\n"
                          "  - {runtime: x, category: sleep, text: one}\n"
                          "  - {runtime: x, category: file, text: two}\n"),
           packNamed("b", "replacements:\n"
                          "  - {runtime: x, category: sleep, text: three}\n")});
  EXPECT_EQ(C->replacement("x", Category::Sleep)->Text, "three");
  EXPECT_EQ(C->replacement("x", Category::File)->Text, "two");
  EXPECT_EQ(C->replacement("x", Category::Dns), nullptr);
  EXPECT_EQ(C->replacement("y", Category::Sleep), nullptr);
}

TEST(Catalog, HoldsTheBuiltinPacks) {
  std::vector<PackError> Errors;
  auto C = Catalog::create({}, Errors);
  EXPECT_TRUE(Errors.empty());
  EXPECT_GE(C->packs().size(), builtinPacks().size());
  EXPECT_TRUE(llvm::is_sorted(builtinPacks(), [](const Pack &L, const Pack &R) {
    return L.Name < R.Name;
  }));
  auto Sleeps = C->functionsNamed("sleep_for");
  const auto *Std = llvm::find_if(Sleeps, [](const NamedEntry &E) {
    return E.Scope == "std::this_thread";
  });
  ASSERT_NE(Std, Sleeps.end());
  EXPECT_EQ(Std->P->Name, "std");
  EXPECT_EQ(Std->P->File, "");
  EXPECT_EQ(Std->E->Kind, Section::Blocking);
  EXPECT_EQ(Std->E->Cat, Category::Sleep);
  EXPECT_EQ(Std->E->Sleep.Argument, 0);
}

TEST(Catalog, FilesComeAfterTheBuiltinPacks) {
  TestFolder Folder;
  std::string First = Folder.write(
      "first.yaml", packNamed("first", "nonblocking:\n"
                                       "  - names: std::this_thread::"
                                       "sleep_for\n"));
  std::string Second = Folder.write(
      "second.yaml", packNamed("second", "nonblocking:\n  - names: f\n"));
  std::vector<PackError> Errors;
  auto C = Catalog::create({First, Second, First}, Errors);
  EXPECT_TRUE(Errors.empty());
  ASSERT_GE(C->packs().size(), 2u);
  EXPECT_EQ(C->packs().take_back(2)[0]->Name, "first");
  EXPECT_EQ(C->packs().take_back(2)[1]->Name, "second");
  auto Sleeps = C->functionsNamed("sleep_for");
  const auto *Best =
      std::max_element(Sleeps.begin(), Sleeps.end(),
                       [](const NamedEntry &L, const NamedEntry &R) {
                         return L.Priority < R.Priority;
                       });
  EXPECT_EQ(Best->P->Name, "first");
  EXPECT_EQ(Best->P->File, First);
}

TEST(Catalog, WrongFilesAreLeftOut) {
  TestFolder Folder;
  std::string Bad = Folder.write("bad.yaml", packNamed("bad", "x: y\n"));
  std::string Twin = Folder.write("twin.yaml", packNamed("std", ""));
  std::string Good = Folder.write(
      "good.yaml", packNamed("good", "nonblocking:\n  - names: only_here\n"));
  std::vector<PackError> Errors;
  auto C = Catalog::create({Bad, "/nowhere.yaml", Twin, Good}, Errors);
  ASSERT_EQ(Errors.size(), 3u);
  EXPECT_EQ(Errors[0].File, Bad);
  EXPECT_EQ(Errors[1].File, "/nowhere.yaml");
  EXPECT_EQ(Errors[2].render(),
            Twin + ":1:7: error: a second pack 'std'; the first is built in");
  EXPECT_EQ(listed(C->functionsNamed("only_here")).substr(0, 5), "@good");
}

TEST(ProjectPacks, AreThoseOfTheClosestParent) {
  TestFolder Folder;
  Folder.write(".async-tidy/packs/outer.yaml", "");
  std::string B = Folder.write("p/.async-tidy/packs/b.yaml", "");
  std::string A = Folder.write("p/.async-tidy/packs/a.yaml", "");
  Folder.write("p/.async-tidy/packs/readme.md", "");
  std::string Source = Folder.write("p/src/deep/x.cpp", "");
  std::string Directory = llvm::sys::path::parent_path(Source).str();
  EXPECT_EQ(projectPacks(Directory), std::vector<std::string>({A, B}));
  EXPECT_EQ(projectPacks(Directory + "/../../../q").size(), 1u);
  EXPECT_EQ(projectPacks("/"), std::vector<std::string>());
}

} // namespace
} // namespace asynctidy::catalog
