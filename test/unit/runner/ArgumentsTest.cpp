//===-- ArgumentsTest.cpp - Commands of GCC and other Clangs
//----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/runner/Arguments.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "gtest/gtest.h"

namespace asynctidy::runner {
namespace {

/// What is left of \p Args, without what every command gets.
std::string kept(llvm::StringRef Args) {
  llvm::SmallVector<llvm::StringRef> Words;
  llvm::SplitString(Args, Words);
  std::vector<std::string> Command = {"/usr/bin/g++-12"};
  for (llvm::StringRef Word : Words)
    Command.push_back(Word.str());
  std::vector<std::string> Result = parsingCommand(Command, "/src/a.cpp");
  EXPECT_EQ(Result.front(), "/usr/bin/g++-12");
  EXPECT_EQ(Result.back(), "/src/a.cpp");
  llvm::ArrayRef<std::string> Own(Result);
  return llvm::join(Own.drop_front().take_until([](const std::string &Arg) {
    return Arg == "-Qunused-arguments";
  }),
                    " ");
}

TEST(Arguments, KeepsWhatDecidesTheMeaning) {
  llvm::StringRef Args =
      "-DA=1 -D B -UC -Iinc -I inc2 -isystem /opt/x -iquote q -idirafter d "
      "-imacros m.h -std=gnu++20 -O2 -fno-exceptions "
      "-fcoroutines -fno-rtti -fsigned-char -pthread -march=native -m32 "
      "-nostdinc++ --sysroot=/s -x c++ -stdlib=libc++ --target=arm-linux-gnu";
  EXPECT_EQ(kept(Args), Args);
}

TEST(Arguments, DropsWhatClangDoesNotKnow) {
  EXPECT_EQ(kept("-fconcepts -fconcepts-diagnostics-depth=3 -fmodules-ts "
                 "-fconserve-stack -fimplicit-constexpr -fanalyzer "
                 "-fdiagnostics-all-candidates -mno-such-thing "
                 "-fno-tree-vrp -fno-tree-dominator-opts -DA "
                 "-fno-var-tracking-assignments"),
            "-DA");
}

TEST(Arguments, DropsWarningsButKeepsThoseSwitchedOff) {
  EXPECT_EQ(kept("-Wall -Wextra -Winvalid-pch -Werror -Werror=return-type "
                 "-pedantic -pedantic-errors -w -Wduplicated-cond "
                 "-Wno-narrowing -Wno-maybe-uninitialized"),
            "-Wno-narrowing -Wno-maybe-uninitialized");
}

TEST(Arguments, DropsOutputsAndInputs) {
  EXPECT_EQ(kept("-c -o a.o -MD -MT a.o -MF a.d -MJ a.json -save-temps -g3 "
                 "-gdwarf-5 -ggdb3 --coverage -pipe -Wp,-MMD,x.d "
                 "--serialize-diagnostics a.dia -Wl,-z,now -lfoo -L/lib "
                 "@CMakeFiles/a.modmap ../a.cpp other.o"),
            "");
  EXPECT_EQ(kept("-Wp,-DA -Wp,-U,B"), "-Wp,-DA -Wp,-U,B");
}

TEST(Arguments, DropsCodeGenerationThatCompilersDisagreeOn) {
  EXPECT_EQ(kept("-flto=auto -fuse-ld=mold --param max=3 "
                 "--param=ggc-min-expand=10 -fsanitize=address,undefined "
                 "-fsanitize=shadow-call-what -fprofile-use=x.prof "
                 "-fdiagnostics-format=json -mtune=some-cpu"),
            "");
}

TEST(Arguments, LoadsNoPlugins) {
  EXPECT_EQ(kept("-fplugin=./evil.so -fplugin-arg-evil-x=y "
                 "-fpass-plugin=./evil.so -Xclang -load -Xclang ./evil.so "
                 "-Xclang -add-plugin -Xclang evil -Xclang -plugin-arg-evil "
                 "-Xclang x -mllvm -load=./evil.so"),
            "");
}

TEST(Arguments, KeepsFrontendOptions) {
  EXPECT_EQ(kept("-Xclang -fno-validate-pch -DA -Xclang -include -Xclang a.h"),
            "-DA -Xclang -fno-validate-pch -Xclang -include -Xclang a.h");
}

TEST(Arguments, ReadsTheHeaderOfAPrecompiledHeader) {
  // As CMake writes it for Clang: the header is included as well.
  EXPECT_EQ(kept("-Xclang -include-pch -Xclang d/pch.hxx.pch -Xclang -include "
                 "-Xclang d/pch.hxx"),
            "-Xclang -include -Xclang d/pch.hxx");
  EXPECT_EQ(kept("-include-pch d/all.h.pch -DA"),
            "-Xclang -include -Xclang d/all.h -DA");
  EXPECT_EQ(kept("-Xclang -include-pch -Xclang d/all.h.pch"),
            "-Xclang -include -Xclang d/all.h");
}

TEST(Arguments, KeepsTheDriverFromPrecompiledHeadersBesideTheHeader) {
  EXPECT_EQ(kept("-include a.h -DA -include b.h -Xclang -include -Xclang c.h"),
            "-Xclang -include -Xclang a.h -DA -Xclang -include -Xclang b.h "
            "-Xclang -include -Xclang c.h");
}

TEST(Arguments, SurvivesAnEndThatIsCutOff) {
  EXPECT_EQ(kept("-DA -I"), "-DA");
  EXPECT_EQ(kept("-DA -Xclang"), "-DA");
  EXPECT_EQ(kept("-DA -Xclang -include"), "-DA");
  EXPECT_EQ(kept(""), "");
  EXPECT_TRUE(parsingCommand({}, "/src/a.cpp").empty());
}

TEST(Arguments, LeavesMicrosoftStyleAlone) {
  std::vector<std::string> Command = {"C/clang-cl.exe", "/W4", "/DA", "a.cpp"};
  EXPECT_EQ(parsingCommand(Command, "/src/a.cpp"), Command);
}

} // namespace
} // namespace asynctidy::runner
