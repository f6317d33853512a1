//===-- Invocation.cpp - How a unit is parsed in this process -------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/frontend/Invocation.h"
#include "lib/runner/Arguments.h"
#include "lib/runner/Inputs.h"
#include "lib/runner/Project.h"
#include "lib/runner/Resources.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Driver/CreateInvocationFromArgs.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Lex/HeaderSearchOptions.h"
#include "clang/Lex/PreprocessorOptions.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Path.h"

using namespace clang;

namespace asynctidy::frontend {
namespace path = llvm::sys::path;
using llvm::StringRef;

void FirstError::HandleDiagnostic(DiagnosticsEngine::Level Level,
                                  const Diagnostic &Info) {
  DiagnosticConsumer::HandleDiagnostic(Level, Info);
  if (Level < DiagnosticsEngine::Error || !Text.empty())
    return;
  llvm::raw_string_ostream OS(Text);
  if (Info.hasSourceManager() && Info.getLocation().isValid()) {
    const SourceManager &SM = Info.getSourceManager();
    SourceLocation At = SM.getExpansionLoc(Info.getLocation());
    if (OptionalFileEntryRef File = SM.getFileEntryRefForID(SM.getFileID(At))) {
      llvm::SmallString<256> Path(File->getName());
      SM.getFileManager().makeAbsolutePath(Path);
      OS << runner::reportedPath(runner::absolutePath(Path), Root) << ':'
         << SM.getSpellingLineNumber(At) << ':'
         << SM.getSpellingColumnNumber(At) << ": ";
    }
  }
  llvm::SmallString<128> Message;
  Info.FormatDiagnostic(Message);
  OS << Message;
}

std::unique_ptr<CompilerInvocation>
makeInvocation(const runner::Unit &U,
               const llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> &FS,
               DiagnosticConsumer &Errors) {
  // Without it, what is relative isn't found, which the parse says.
  std::ignore = FS->setCurrentWorkingDirectory(U.Directory);
  std::vector<std::string> Command =
      runner::parsingCommand(U.CommandLine, U.File);
  if (std::string Resources = runner::resourceFlag(); !Resources.empty())
    Command.push_back(std::move(Resources));
  std::vector<const char *> Args;
  Args.reserve(Command.size());
  for (const std::string &Argument : Command)
    Args.push_back(Argument.c_str());

  DiagnosticOptions Quiet;
  Quiet.IgnoreWarnings = true;
  CreateInvocationOptions Driver;
  Driver.Diags = CompilerInstance::createDiagnostics(*FS, Quiet, &Errors,
                                                     /*ShouldOwnClient=*/false);
  Driver.VFS = FS;
  std::unique_ptr<CompilerInvocation> Options = createInvocation(Args, Driver);
  if (!Options)
    return nullptr;
  Options->getDiagnosticOpts().IgnoreWarnings = true;
  FrontendOptions &Frontend = Options->getFrontendOpts();
  Frontend.ProgramAction = clang::frontend::ParseSyntaxOnly;
  Frontend.DisableFree = true;
  Frontend.IncludeTimestamps = false;
  // As clang-tidy has it: code may hide from analysis.
  Options->getPreprocessorOpts().SetUpStaticAnalyzer = true;
  // A file that was only touched is still the same.
  Options->getHeaderSearchOpts().ValidateASTInputFilesContent = true;
  return Options;
}

std::string optionsKey(const CompilerInvocation &Options, StringRef Directory) {
  CompilerInvocation Common(Options);
  FrontendOptions &Frontend = Common.getFrontendOpts();
  Frontend.Inputs.clear();
  Frontend.OutputFile.clear();
  Common.getDependencyOutputOpts() = DependencyOutputOptions();
  Common.getCodeGenOpts() = CodeGenOptions();
  std::vector<std::string> Parts = Common.getCC1CommandLine();
  auto IsRelative = [](StringRef Path) { return !path::is_absolute(Path); };
  const HeaderSearchOptions &Headers = Options.getHeaderSearchOpts();
  const PreprocessorOptions &PP = Options.getPreprocessorOpts();
  if (llvm::any_of(Headers.UserEntries,
                   [&](const HeaderSearchOptions::Entry &E) {
                     return IsRelative(E.Path);
                   }) ||
      llvm::any_of(PP.Includes, IsRelative) ||
      llvm::any_of(PP.MacroIncludes, IsRelative))
    Parts.push_back(Directory.str());
  return runner::unitKey(Parts);
}

} // namespace asynctidy::frontend
