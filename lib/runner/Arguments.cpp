//===-- Arguments.cpp - A compiler's command for Clang's parser -----------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/runner/Arguments.h"
#include "clang/Options/Options.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Option/Arg.h"
#include "llvm/Option/ArgList.h"
#include "llvm/Option/OptTable.h"
#include "llvm/Support/Path.h"

namespace asynctidy::runner {
namespace options = clang::options;
namespace path = llvm::sys::path;
using llvm::opt::Arg;
using llvm::opt::Visibility;

namespace {

/// Whole groups of options that say nothing about what the source means.
constexpr options::ID DroppedGroups[] = {
    options::OPT_Action_Group,
    options::OPT_Link_Group,
    options::OPT_M_Group,
    options::OPT_R_Group,
    options::OPT_StaticAnalyzer_Group,
    options::OPT_W_Group,
    options::OPT_clang_ignored_f_Group,
    options::OPT_clang_ignored_gcc_optimization_f_Group,
    options::OPT_clang_ignored_legacy_options_Group,
    options::OPT_clang_ignored_m_Group,
    options::OPT_d_Group,
    options::OPT_fsan_cov_Group,
    options::OPT_g_Group,
    options::OPT_g_flags_Group,
    options::OPT_internal_debug_Group,
    options::OPT_pedantic_Group,
};

/// Options that write files, load plugins, read what only this build's own
/// compiler can read, or have values that compilers disagree on.
constexpr options::ID DroppedOptions[] = {
    options::OPT_INPUT,
    options::OPT_UNKNOWN,
    options::OPT_Wa_COMMA,
    options::OPT_Wl_COMMA,
    options::OPT_Xassembler,
    options::OPT_Xlinker,
    options::OPT__param,
    options::OPT__param_EQ,
    options::OPT__serialize_diags,
    options::OPT_add_plugin,
    options::OPT_coverage,
    options::OPT_emit_pch,
    options::OPT_fcrash_diagnostics_dir,
    options::OPT_fdiagnostics_format_EQ,
    options::OPT_flto,
    options::OPT_flto_EQ,
    options::OPT_fpass_plugin_EQ,
    options::OPT_fplugin_EQ,
    options::OPT_fplugin_arg,
    options::OPT_fprofile_instr_use_EQ,
    options::OPT_fprofile_sample_use_EQ,
    options::OPT_fprofile_use,
    options::OPT_fprofile_use_EQ,
    options::OPT_fsanitize_EQ,
    options::OPT_fuse_ld_EQ,
    options::OPT_load,
    options::OPT_mllvm,
    options::OPT_mtune_EQ,
    options::OPT_o,
    options::OPT_pipe,
    options::OPT_plugin,
    options::OPT_plugin_arg,
    options::OPT_resource_dir,
    options::OPT_resource_dir_EQ,
    options::OPT_save_temps,
    options::OPT_save_temps_EQ,
    options::OPT_w,
};

/// Strings that stand for one argument of the command.
using Strings = llvm::ArrayRef<std::string>;

bool isDropped(const Arg &A) {
  const llvm::opt::Option &O = A.getOption();
  // What is off by request may be an error otherwise, -Wno-narrowing say.
  if (O.matches(options::OPT_W_Joined) &&
      llvm::StringRef(A.getValue()).starts_with("no-"))
    return false;
  // -Wp,-MD,FILE writes a file.
  if (O.matches(options::OPT_Wp_COMMA))
    return llvm::StringRef(A.getValue()).starts_with("-M");
  auto Matches = [&](options::ID Id) { return O.matches(Id); };
  return llvm::any_of(DroppedGroups, Matches) ||
         llvm::any_of(DroppedOptions, Matches);
}

/// Takes one command apart, and what -Xclang hands on as a command of its own.
class Filter {
public:
  std::vector<std::string> run(Strings Args) {
    walk(Args, Visibility(options::ClangOption), [&](const Arg &A, Strings S) {
      if (A.getOption().matches(options::OPT_Xclang))
        ForFrontend.emplace_back(A.getValue());
      else if (A.getOption().matches(options::OPT_include))
        include(A.getValue());
      else if (A.getOption().matches(options::OPT_include_pch))
        includeHeaderOf(A.getValue(), {});
      else if (!isDropped(A))
        Result.insert(Result.end(), S.begin(), S.end());
    });
    frontend();
    return std::move(Result);
  }

private:
  using Callback = llvm::function_ref<void(const Arg &, Strings)>;

  /// Calls \p Each for every argument that Clang sees in \p Args, with the
  /// strings as they were written.
  static void walk(Strings Args, Visibility V, Callback Each) {
    std::vector<const char *> Texts;
    for (const std::string &A : Args)
      Texts.push_back(A.c_str());
    unsigned MissingIndex = 0, MissingCount = 0;
    llvm::opt::InputArgList Parsed = clang::getDriverOptTable().ParseArgs(
        Texts, MissingIndex, MissingCount, V);
    // An option at the end whose value is missing isn't among the parsed ones.
    size_t End = MissingCount ? MissingIndex : Args.size();
    llvm::SmallVector<const Arg *> All(Parsed.begin(), Parsed.end());
    for (size_t I = 0; I < All.size(); ++I) {
      size_t First = All[I]->getIndex();
      size_t Next = I + 1 < All.size() ? All[I + 1]->getIndex() : End;
      Each(*All[I], Args.slice(First, Next - First));
    }
  }

  void frontend() {
    std::vector<std::string> Args = std::move(ForFrontend);
    walk(Args, Visibility(options::CC1Option), [&](const Arg &A, Strings S) {
      if (A.getOption().matches(options::OPT_include_pch))
        return includeHeaderOf(A.getValue(), Args);
      if (isDropped(A))
        return;
      for (const std::string &Text : S) {
        Result.emplace_back("-Xclang");
        Result.push_back(Text);
      }
    });
  }

  /// Clang's driver would take a precompiled file beside the header, whoever
  /// made it; its frontend doesn't look for one.
  void include(llvm::StringRef Header) {
    Result.insert(Result.end(),
                  {"-Xclang", "-include", "-Xclang", Header.str()});
  }

  /// The file was made by another compiler: its header says the same. Build
  /// tools that include the header as well have it in \p Others.
  void includeHeaderOf(llvm::StringRef Pch, Strings Others) {
    std::string Header = Pch.substr(0, Pch.rfind('.')).str();
    if (!llvm::is_contained(Others, Header))
      include(Header);
  }

  std::vector<std::string> Result;
  std::vector<std::string> ForFrontend;
};

/// cl and clang-cl have options of another form.
bool isMsvcStyle(Strings CommandLine) {
  llvm::StringRef Name = path::stem(CommandLine.front());
  return Name.equals_insensitive("cl") || Name.equals_insensitive("clang-cl") ||
         llvm::is_contained(CommandLine, "--driver-mode=cl");
}

} // namespace

std::vector<std::string> parsingCommand(Strings CommandLine,
                                        llvm::StringRef File) {
  if (CommandLine.empty() || isMsvcStyle(CommandLine))
    return CommandLine;
  std::vector<std::string> Result = {CommandLine.front()};
  std::vector<std::string> Kept = Filter().run(CommandLine.drop_front());
  Result.insert(Result.end(), Kept.begin(), Kept.end());
  // GCC only warns of narrowing, and neither of flags that it doesn't use.
  Result.insert(Result.end(),
                {"-Qunused-arguments", "-Wno-unknown-warning-option",
                 "-Wno-c++11-narrowing", "-fsyntax-only", File.str()});
  return Result;
}

} // namespace asynctidy::runner
