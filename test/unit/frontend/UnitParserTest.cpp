//===-- UnitParserTest.cpp - A unit, parsed in each way -------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/frontend/UnitParser.h"
#include "test/unit/frontend/FrontendProject.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "llvm/ADT/STLExtras.h"

namespace asynctidy::frontend {
namespace {

/// The functions that a unit calls, with the types of their parameters.
class Calls : public clang::RecursiveASTVisitor<Calls> {
public:
  bool VisitDeclRefExpr(clang::DeclRefExpr *E) {
    if (const auto *FD = llvm::dyn_cast<clang::FunctionDecl>(E->getDecl()))
      All.push_back(FD->getNameAsString() + " " + FD->getType().getAsString());
    return true;
  }

  Names All;
};

struct Parsed {
  ParseResult Result;
  bool IsAnalysed = false;
  Names Calls;
};

class UnitParser : public FrontendProject {
protected:
  UnitParser() {
    library("ext/client.h", "#pragma once\n"
                            "#ifdef EXT_SYNC\n"
                            "#define EXT_IS_SYNC\n"
                            "#endif\n"
                            "#ifndef EXT_LEVEL\n"
                            "#define EXT_LEVEL 1\n"
                            "#endif\n"
                            "namespace ext {\n"
                            "void wait(long);\n"
                            "template <class F> void each(F f) { f(1); }\n"
                            "inline void body() { wait(1); }\n"
                            "}\n");
    library("ext/more.h", "#pragma once\n"
                          "#include <ext/client.h>\n"
                          "#define EXT_MORE 1\n"
                          "namespace ext { void wait(int); void more(); }\n");
  }

  Parsed parse(const runner::Unit &U, ParseMode Mode,
               const SharedHeaders *Set = nullptr) {
    Parsed P;
    P.Result =
        frontend::parse(U, External, Mode, Set, [&](clang::ASTContext &Ctx) {
          P.IsAnalysed = true;
          Calls C;
          C.TraverseAST(Ctx);
          P.Calls = C.All;
        });
    return P;
  }

  /// With a set that has the headers of two units: that of \p Text, and one
  /// that includes everything.
  Parsed shared(llvm::StringRef Text) {
    runner::Unit U = unit("unit.cpp", Text);
    auto Set = build({unit("all.cpp", "#include <ext/client.h>\n"
                                      "#include <ext/more.h>\n"),
                      U});
    EXPECT_TRUE(bool(Set));
    EXPECT_EQ(Set->Headers, (Names{"<ext/client.h>", "<ext/more.h>"}));
    return parse(U, ParseMode::Shared, &*Set);
  }

  /// Why the set isn't used; empty when it is.
  std::string misfit(llvm::StringRef Text) {
    Parsed P = shared(Text);
    EXPECT_EQ(P.IsAnalysed, !P.Result.Instead);
    EXPECT_EQ(P.Result.Error, "");
    if (!P.Result.Instead)
      return "";
    EXPECT_EQ(P.Result.Instead, ParseMode::Alone);
    return P.Result.Why.empty() ? "no reason" : P.Result.Why;
  }

  /// Inputs with the bytes of \p File.
  bool reads(const ParseResult &R, llvm::StringRef File) {
    return R.Inputs && llvm::any_of(R.Inputs->All, [&](const runner::Input &I) {
             return I.Is == runner::Input::Kind::Content &&
                    I.Path == Folder.path(File);
           });
  }
};

constexpr char Fits[] = "#include <ext/client.h>\n"
                        "void f() { ext::wait(1L); }\n";

TEST_F(UnitParser, FindsTheSameInEachMode) {
  runner::Unit U = unit("unit.cpp", Fits);
  Names Expected = {"wait void (long)"};
  for (ParseMode Mode : {ParseMode::Alone, ParseMode::Full}) {
    Parsed P = parse(U, Mode);
    EXPECT_TRUE(P.IsAnalysed);
    EXPECT_FALSE(P.Result.Instead);
    EXPECT_TRUE(llvm::is_contained(P.Calls, Expected.front()));
    EXPECT_EQ(P.Result.Headers, Names{"<ext/client.h>"});
    EXPECT_GT(P.Result.LiveBytes, 100U);
    EXPECT_TRUE(reads(P.Result, "unit.cpp"));
    EXPECT_TRUE(reads(P.Result, "third_party/ext/client.h"));
  }
  auto Set = build({U});
  ASSERT_TRUE(bool(Set));
  Parsed P = parse(U, ParseMode::Shared, &*Set);
  EXPECT_TRUE(P.IsAnalysed);
  EXPECT_FALSE(P.Result.Instead) << P.Result.Why;
  EXPECT_EQ(P.Calls, Expected) << "nothing of the set is looked at";
  EXPECT_EQ(P.Result.Headers, Names{"<ext/client.h>"});
  EXPECT_EQ(P.Result.LiveBytes, 0U) << "nothing of the library is parsed";
  EXPECT_TRUE(reads(P.Result, "unit.cpp"));
}

TEST_F(UnitParser, TheSetIsNoInput) {
  runner::Unit U = unit("unit.cpp", Fits);
  SharedRequest Request;
  Request.Units = {U};
  Request.Headers = {{}};
  ASSERT_FALSE(llvm::sys::fs::create_directory(Folder.path("cache")));
  auto Set = buildShared(Request, External, Folder.path("cache/set.pch"));
  ASSERT_TRUE(bool(Set));
  Parsed P = parse(U, ParseMode::Shared, &*Set);
  ASSERT_TRUE(P.Result.Inputs);
  for (const runner::Input &I : P.Result.Inputs->All)
    EXPECT_FALSE(llvm::StringRef(I.Path).starts_with(Folder.path("cache")))
        << I.Path;
}

TEST_F(UnitParser, SkipsBodiesOfLibraries) {
  runner::Unit U = unit("unit.cpp", Fits);
  for (ParseMode Mode : {ParseMode::Alone, ParseMode::Full}) {
    bool HasBody = false;
    frontend::parse(U, External, Mode, nullptr, [&](clang::ASTContext &Ctx) {
      class Finder : public clang::RecursiveASTVisitor<Finder> {
      public:
        bool VisitFunctionDecl(clang::FunctionDecl *FD) {
          Found |= FD->getNameAsString() == "body" && FD->getBody();
          return true;
        }
        bool Found = false;
      } F;
      F.TraverseAST(Ctx);
      HasBody = F.Found;
    });
    EXPECT_EQ(HasBody, Mode == ParseMode::Full);
  }
}

TEST_F(UnitParser, AsksForSaferModesAfterAnError) {
  runner::Unit U = unit("unit.cpp", std::string(Fits) + "no_such_type t;\n");
  auto Set = build({U});
  ASSERT_TRUE(bool(Set));
  Parsed P = parse(U, ParseMode::Shared, &*Set);
  EXPECT_EQ(P.Result.Instead, ParseMode::Alone);
  EXPECT_FALSE(P.IsAnalysed);
  P = parse(U, ParseMode::Alone);
  EXPECT_EQ(P.Result.Instead, ParseMode::Full);
  EXPECT_FALSE(P.IsAnalysed);
  P = parse(U, ParseMode::Full);
  EXPECT_FALSE(P.Result.Instead);
  EXPECT_EQ(P.Result.Error, "unit.cpp:3:1: unknown type name 'no_such_type'");
  EXPECT_TRUE(P.IsAnalysed) << "as far as it goes";
  EXPECT_TRUE(llvm::is_contained(P.Calls, "wait void (long)"));
}

TEST_F(UnitParser, ABrokenSetIsAnErrorOfThatModeAlone) {
  runner::Unit U = unit("unit.cpp", Fits);
  auto Set = build({U});
  ASSERT_TRUE(bool(Set));
  for (const char *Text : {"", "CPCH", "garbage"}) {
    Folder.write("set.pch", Text);
    Parsed P = parse(U, ParseMode::Shared, &*Set);
    EXPECT_EQ(P.Result.Instead, ParseMode::Alone) << Text;
    EXPECT_FALSE(P.IsAnalysed);
  }
  llvm::sys::fs::remove(Folder.path("set.pch"));
  EXPECT_EQ(parse(U, ParseMode::Shared, &*Set).Result.Instead,
            ParseMode::Alone);
}

TEST_F(UnitParser, TheSetFitsWhatIncludesTheHeadersInAnyOrder) {
  EXPECT_EQ(misfit("#include <ext/more.h>\n#include <ext/client.h>\n"
                   "void f() { ext::wait(1); ext::more(); }\n"
                   "int level = EXT_LEVEL + EXT_MORE;\n"),
            "");
  EXPECT_EQ(misfit(""), "");
  EXPECT_EQ(misfit("#include <ext/client.h>\n"
                   "namespace own { void more(); }\n"
                   "void f() { own::more(); }\n"),
            "");
}

TEST_F(UnitParser, TheSetFitsWhoDefinesMacrosOfItsOwnOrLater) {
  EXPECT_EQ(misfit("#define OWN_MACRO\n#include <ext/client.h>\n"), "");
  EXPECT_EQ(misfit("#include <ext/client.h>\n#include <ext/more.h>\n"
                   "#define EXT_SYNC\n#undef EXT_LEVEL\n"
                   "#define EXT_LEVEL 3\n"),
            "");
}

TEST_F(UnitParser, TheSetDoesntFitWhoSetsAMacroThatItDefines) {
  EXPECT_NE(misfit("#define EXT_LEVEL 3\n#include <ext/client.h>\n"
                   "int level = EXT_LEVEL;\n"),
            "");
}

TEST_F(UnitParser, TheSetDoesntFitWhoSetsAMacroThatItAsksFor) {
  EXPECT_NE(misfit("#define EXT_SYNC\n#include <ext/client.h>\n"), "");
  Folder.write("include/own.h", "#pragma once\n#define EXT_SYNC\n");
  EXPECT_NE(misfit("#include <own.h>\n#include <ext/client.h>\n"), "");
}

TEST_F(UnitParser, TheSetDoesntFitWhoSetsAWordThatItUses) {
  EXPECT_NE(misfit("#define wait delay\n#include <ext/client.h>\n"
                   "#undef wait\nnamespace ext { void wait(long); }\n"
                   "void f() { ext::wait(1L); }\n"),
            "");
  EXPECT_NE(misfit("#define long short\n#include <ext/client.h>\n"
                   "#undef long\nvoid f() { ext::wait(1L); }\n"),
            "");
}

TEST_F(UnitParser, TheSetDoesntFitWhoAsksForAMacroWithoutItsHeader) {
  EXPECT_NE(misfit("#include <ext/client.h>\n"
                   "#ifdef EXT_MORE\nint more;\n#endif\n"),
            "");
  EXPECT_NE(misfit("#include <ext/client.h>\n"
                   "#if defined(EXT_MORE)\nint more;\n#endif\n"),
            "");
  EXPECT_NE(misfit("#include <ext/client.h>\n"
                   "#if EXT_MORE\nint more;\n#endif\n"),
            "");
  EXPECT_NE(misfit("#ifdef EXT_MORE\nint more;\n#endif\n"
                   "#include <ext/more.h>\n"),
            "")
      << "it comes later";
}

TEST_F(UnitParser, TheSetDoesntFitWhoUsesADeclarationWithoutItsHeader) {
  EXPECT_NE(misfit("#include <ext/client.h>\nvoid f() { ext::wait(1); }\n"), "")
      << "a better overload";
  EXPECT_NE(misfit("void f() { ext::more(); }\n"), "");
}

/// They name the headers that the set was made from in another way.
TEST_F(UnitParser, RelativeFoldersDontHideAMisfit) {
  for (const char *Flag : {"-Ithird_party", "-I./third_party",
                           "-isystemthird_party", "-Iinclude/../third_party"}) {
    Folder.write("include/empty.h", "");
    Flags = {"-std=c++20", Flag};
    EXPECT_NE(misfit("#include <ext/client.h>\nvoid f() { ext::wait(1); }\n"),
              "")
        << Flag;
    EXPECT_EQ(misfit("#include <ext/more.h>\nvoid f() { ext::wait(1); }\n"), "")
        << Flag;
  }
}

TEST_F(UnitParser, RelativeFoldersFitQuotedIncludes) {
  Flags = {"-std=c++20", "-Ithird_party"};
  runner::Unit U = unit("unit.cpp", "#include \"ext/client.h\"\n"
                                    "void f() { ext::wait(1L); }\n");
  auto Set = build({U});
  ASSERT_TRUE(bool(Set));
  Parsed P = parse(U, ParseMode::Shared, &*Set);
  EXPECT_FALSE(P.Result.Instead) << P.Result.Why;
}

TEST_F(UnitParser, GenericCodeThatOnlyALibraryCallsAsksForEverything) {
  std::string Text = "#include <ext/client.h>\n"
                     "void act(int);\nvoid act(long);\n"
                     "void f() { ext::each([](auto x) { act(x); }); }\n";
  Parsed P = shared(Text);
  EXPECT_EQ(P.Result.Instead, ParseMode::Full);
  EXPECT_FALSE(P.IsAnalysed);
  runner::Unit U = unit("unit.cpp", Text);
  P = parse(U, ParseMode::Alone);
  EXPECT_EQ(P.Result.Instead, ParseMode::Full);
  EXPECT_NE(P.Result.Why, "");
  EXPECT_FALSE(P.IsAnalysed);
  P = parse(U, ParseMode::Full);
  EXPECT_FALSE(P.Result.Instead);
  EXPECT_TRUE(P.IsAnalysed);
}

TEST_F(UnitParser, OtherGenericCodeDoesnt) {
  for (const char *Text :
       {"ext::each([](auto x) { return x + 1; });", "ext::each([](int) {});",
        "auto own = [](auto x) { act(x); }; own(1);"}) {
    Parsed P = parse(unit("unit.cpp", std::string("#include <ext/client.h>\n"
                                                  "void act(int);\n"
                                                  "void act(long);\n"
                                                  "void f() { ") +
                                          Text + " }\n"),
                     ParseMode::Alone);
    EXPECT_FALSE(P.Result.Instead) << Text;
    EXPECT_TRUE(P.IsAnalysed) << Text;
  }
}

} // namespace
} // namespace asynctidy::frontend
