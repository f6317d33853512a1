//===-- SharedBuildTest.cpp - Which headers a set gets --------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/runner/Inputs.h"
#include "test/unit/frontend/FrontendProject.h"
#include "llvm/ADT/STLExtras.h"

namespace asynctidy::frontend {
namespace {

class SharedBuild : public FrontendProject {
protected:
  SharedBuild() {
    for (const char *Name : {"a", "b", "c", "d"})
      library(std::string("ext/") + Name + ".h", "#pragma once\n");
  }
};

TEST_F(SharedBuild, TakesWhatUnitsInclude) {
  EXPECT_EQ(headersFor("#include <ext/a.h>\n"
                       "int i;\n"
                       "#  include  <ext/b.h> // not <ext/c.h>\n"
                       "#include <ext/a.h>\n"),
            (Names{"<ext/a.h>", "<ext/b.h>"}));
  EXPECT_TRUE(llvm::sys::fs::exists(Folder.path("set.pch")));
}

TEST_F(SharedBuild, TakesQuotedOnesByTheirPath) {
  EXPECT_EQ(headersFor("#include \"ext/a.h\"\n"
                       "#include \"third_party/ext/b.h\"\n"),
            (Names{"\"" + Folder.path("third_party/ext/a.h") + "\"",
                   "\"" + Folder.path("third_party/ext/b.h") + "\""}));
}

TEST_F(SharedBuild, LeavesOutWhatStandsUnderACondition) {
  EXPECT_EQ(headersFor("#if 1\n#include <ext/a.h>\n#endif\n"
                       "#ifdef X\n#include <ext/a.h>\n"
                       "#else\n#include <ext/b.h>\n#endif\n"
                       "#ifndef Y\n#include <ext/d.h>\n#endif\n"
                       "#if 0\n#elif 1\n#include <ext/b.h>\n#endif\n"
                       "#if 1\n#if 0\n#endif\n#include <ext/b.h>\n#endif\n"
                       "#include <ext/c.h>\n"),
            Names{"<ext/c.h>"});
}

TEST_F(SharedBuild, TakesAGuardForNoCondition) {
  Folder.write("include/own.h", "// A comment.\n"
                                "#ifndef OWN_H\n#define OWN_H\n"
                                "#include <ext/a.h>\n"
                                "#ifdef X\n#include <ext/b.h>\n#endif\n"
                                "#include <ext/c.h>\n"
                                "#endif\n");
  EXPECT_EQ(headersFor("#include \"own.h\"\n"),
            (Names{"<ext/a.h>", "<ext/c.h>"}));
}

TEST_F(SharedBuild, FollowsTheProjectsHeadersInTheirOrder) {
  Folder.write("include/one.h", "#pragma once\n#include <ext/b.h>\n"
                                "#include <two.h>\n");
  Folder.write("include/two.h", "#pragma once\n#include <one.h>\n"
                                "#include <ext/c.h>\n");
  Folder.write("beside.h", "#include <ext/d.h>\n");
  EXPECT_EQ(headersFor("#include <one.h>\n"
                       "#include <ext/a.h>\n"
                       "#include \"beside.h\"\n"
                       "#include \"nowhere.h\"\n"),
            (Names{"<ext/b.h>", "<ext/c.h>", "<ext/a.h>", "<ext/d.h>"}));
}

TEST_F(SharedBuild, DoesntFollowLibraries) {
  library("ext/all.h", "#pragma once\n#include <ext/a.h>\n#include \"b.h\"\n");
  auto Set = build({unit("unit.cpp", "#include <ext/all.h>\n")});
  ASSERT_TRUE(bool(Set));
  EXPECT_EQ(Set->Headers, Names{"<ext/all.h>"});
  // But knows what they include.
  std::map<std::string, Names> Graph;
  for (const SharedHeaders::File &F : Set->Files)
    for (unsigned I : F.Includes)
      Graph[F.Name].push_back(Set->Files[I].Name);
  Names All = Graph[Folder.path("third_party/ext/all.h")];
  EXPECT_EQ(All, (Names{Folder.path("third_party/ext/a.h"),
                        Folder.path("third_party/ext/b.h")}));
  EXPECT_EQ(Set->Bytes, 13U + 13U + 47U) << "the sizes of all three files";
}

TEST_F(SharedBuild, TakesTheUnionOfItsUnits) {
  auto Set = build({unit("1.cpp", "#include <ext/b.h>\n#include <ext/a.h>\n"),
                    unit("2.cpp", "#include <ext/a.h>\n#include <ext/c.h>\n"),
                    unit("3.cpp", "")});
  ASSERT_TRUE(bool(Set));
  EXPECT_EQ(Set->Headers, (Names{"<ext/b.h>", "<ext/a.h>", "<ext/c.h>"}));
}

TEST_F(SharedBuild, LooksThroughAUnitOnlyWhenNothingIsKnown) {
  SharedRequest Request;
  Request.Units = {unit("1.cpp", "#include <ext/a.h>\n"),
                   unit("2.cpp", "#include <ext/b.h>\n")};
  Request.Headers = {{"<ext/c.h>"}, {}};
  Request.Kept = {"<ext/d.h>"};
  auto Set = build(Request);
  ASSERT_TRUE(bool(Set));
  EXPECT_EQ(Set->Headers, (Names{"<ext/d.h>", "<ext/c.h>", "<ext/b.h>"}));
  Request.Unusable = {"<ext/c.h>"};
  Set = build(Request);
  ASSERT_TRUE(bool(Set));
  EXPECT_EQ(Set->Headers, (Names{"<ext/d.h>", "<ext/b.h>"}));
  EXPECT_EQ(Set->Unusable, Names{"<ext/c.h>"});
}

TEST_F(SharedBuild, LeavesOutHeadersWithErrors) {
  library("ext/wrong.h", "no_such_type thing;\n");
  library("ext/deep.h", "#include <ext/deeper.h>\n");
  library("ext/deeper.h", "#error \"wants something first\"\n");
  auto Set = build({unit("unit.cpp", "#include <ext/a.h>\n"
                                     "#include <ext/wrong.h>\n"
                                     "#include <ext/b.h>\n"
                                     "#include <ext/deep.h>\n"
                                     "#include <ext/c.h>\n")});
  ASSERT_TRUE(bool(Set)) << llvm::toString(Set.takeError());
  EXPECT_EQ(Set->Headers, (Names{"<ext/a.h>", "<ext/b.h>", "<ext/c.h>"}));
  Names Unusable = Set->Unusable;
  llvm::sort(Unusable);
  EXPECT_EQ(Unusable, (Names{"<ext/deep.h>", "<ext/wrong.h>"}));
  EXPECT_TRUE(Set->knows("<ext/wrong.h>"));
}

TEST_F(SharedBuild, LeavesOutHeadersThatAreGone) {
  SharedRequest Request;
  Request.Units = {unit("1.cpp", "")};
  Request.Headers = {{"<ext/a.h>", "<ext/gone.h>", "<ext/b.h>"}};
  auto Set = build(Request);
  ASSERT_TRUE(bool(Set)) << llvm::toString(Set.takeError());
  EXPECT_EQ(Set->Headers, (Names{"<ext/a.h>", "<ext/b.h>"}));
  EXPECT_EQ(Set->Unusable, Names{"<ext/gone.h>"});
}

TEST_F(SharedBuild, HasNoFileWithoutHeaders) {
  EXPECT_EQ(headersFor("int i;\n"), Names{});
  EXPECT_FALSE(llvm::sys::fs::exists(Folder.path("set.pch")));
  library("ext/wrong.h", "no_such_type thing;\n");
  EXPECT_EQ(headersFor("#include <ext/wrong.h>\n"), Names{});
  EXPECT_FALSE(llvm::sys::fs::exists(Folder.path("set.pch")));
}

TEST_F(SharedBuild, KnowsWhatItDependsOn) {
  library("ext/all.h", "#pragma once\n#include <ext/a.h>\n");
  auto Set = build({unit("unit.cpp", "#include <ext/all.h>\n")});
  ASSERT_TRUE(bool(Set));
  auto Inputs = runner::Inputs::decode(Set->Inputs, Folder.root());
  ASSERT_TRUE(bool(Inputs));
  EXPECT_TRUE(runner::InputChecker().current(*Inputs));
  Folder.write("unit.cpp", "// Only which headers it names matters.\n");
  EXPECT_TRUE(runner::InputChecker().current(*Inputs));
  library("ext/a.h", "#pragma once\nint i;\n");
  EXPECT_FALSE(runner::InputChecker().current(*Inputs));
}

TEST_F(SharedBuild, SaysWhenItCantBe) {
  Flags.push_back("-std=c++no-such");
  SharedRequest Request;
  Request.Units = {unit("unit.cpp", "#include <ext/a.h>\n")};
  Request.Headers = {{"<ext/a.h>"}};
  auto Set = build(Request);
  ASSERT_FALSE(bool(Set));
  EXPECT_NE(llvm::toString(Set.takeError()), "");
  EXPECT_FALSE(llvm::sys::fs::exists(Folder.path("set.pch")));
}

} // namespace
} // namespace asynctidy::frontend
