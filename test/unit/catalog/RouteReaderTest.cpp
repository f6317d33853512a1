//===-- RouteReaderTest.cpp - `routes` ------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "TestPack.h"
#include "lib/catalog/HttpMethods.h"

namespace asynctidy::catalog {

namespace {

using llvm::StringRef;

std::string inRoute(StringRef Map) {
  return mistakesIn(("routes:\n  - {" + Map + "}\n").str());
}

/// The entry of a pack with one route.
class Only {
public:
  explicit Only(StringRef Map)
      : Storage(goodPack(withHead(("routes:\n  - {" + Map + "}\n").str()))) {
    EXPECT_EQ(Storage->P.Entries.size(), 1u);
  }
  const RouteUse *operator->() const {
    static const RouteUse None;
    return Storage->P.Entries.empty() ? &None
                                      : &Storage->P.Entries.front().Route;
  }

private:
  std::unique_ptr<PackStorage> Storage;
};

TEST(RouteReader, ReadsRegistrations) {
  Only R("names: R::on, path: receiver, handler: -1, methods: template, "
         "default: GET, class-path: 3");
  EXPECT_EQ(R->Path, ReceiverArgument);
  EXPECT_EQ(R->Handler, -1);
  EXPECT_EQ(R->Methods, TemplateArguments);
  EXPECT_EQ(R->Default, "GET");
  EXPECT_EQ(R->ClassPath, 3);
  EXPECT_FALSE(R->Overrides);
  EXPECT_EQ(Only("names: patch, handler: 1, method: name")->Method, "name");
  EXPECT_EQ(Only("names: update, handler: 1, method: PATCH")->Method, "PATCH");
  Only Own("names: self, handler: handle");
  EXPECT_EQ(Own->HandlerMethod, "handle");
  EXPECT_EQ(Own->Handler, NoArgument);
}

TEST(RouteReader, ReadsOverridesAndMacros) {
  Only R("names: H::act, overrides: true, macro: [ROUTE], path: 1, "
         "methods: 0");
  EXPECT_TRUE(R->Overrides);
  EXPECT_EQ(R->Macros.vec(), std::vector<StringRef>({"ROUTE"}));
  EXPECT_EQ(R->Path, 1);
  EXPECT_EQ(R->Methods, 0);
}

TEST(RouteReader, SaysWhatIsWrong) {
  const std::pair<StringRef, StringRef> Cases[] = {
      {"names: f", "5: error: missing key 'handler' in an entry of 'routes'"},
      {"names: f, overrides: true, handler: 0",
       "42: error: with 'overrides: true' the function is the handler itself"},
      {"names: f, overrides: true, path: 0",
       "39: error: 'path' of an override goes with 'macro'"},
      {"names: f, handler: 0, method: Patch",
       "36: error: a method of HTTP was expected, as in PATCH, not 'Patch'"},
      {"names: f, handler: 0, method: PUT, methods: 1",
       "5: error: an entry of 'routes' has either 'method' or 'methods'"},
      {"names: f, handler: 0, default: PUT",
       "37: error: 'default' goes with 'methods'"},
      {"names: f, handler: 'C::f'",
       "25: error: a handler is the index of an argument, or a method's name "
       "without its class"}};
  for (const auto &[Map, Mistake] : Cases)
    EXPECT_EQ(inRoute(Map), ("test.yaml:5:" + Mistake + "\n").str());
}

TEST(HttpMethods, AreKnownByTheNamesOfLibraries) {
  for (StringRef Name :
       {"PATCH", "Patch", "patch", "kPatch", "http_patch", "HTTP_PATCH",
        "http_method_patch", "HttpMethodPatch", "patch_"})
    EXPECT_EQ(httpMethodNamed(Name), "PATCH") << Name.str();
  EXPECT_EQ(httpMethodNamed("del"), "DELETE");
  EXPECT_EQ(httpMethodNamed("delete_"), "DELETE");
  for (StringRef Name : {"", "_", "k", "http", "patches", "dispatch", "getAll",
                         "kpatch", "get_patch"})
    EXPECT_EQ(httpMethodNamed(Name), "") << Name.str();
}

} // namespace

} // namespace asynctidy::catalog
