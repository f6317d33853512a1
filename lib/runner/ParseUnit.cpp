//===-- ParseUnit.cpp - The AST that names are looked up in ---------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/runner/ParseUnit.h"
#include "lib/runner/Arguments.h"
#include "lib/runner/Project.h"
#include "lib/runner/Resources.h"
#include "clang/Basic/Diagnostic.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Lex/LexDiagnostic.h"
#include "clang/Tooling/JSONCompilationDatabase.h"
#include "clang/Tooling/Tooling.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Path.h"

using namespace clang;
namespace path = llvm::sys::path;

namespace asynctidy::catalog {

namespace {

/// Keeps the first error.
class FirstError : public DiagnosticConsumer {
public:
  explicit FirstError(ParsedUnit &Unit) : Unit(Unit) {}

  void HandleDiagnostic(DiagnosticsEngine::Level Level,
                        const Diagnostic &Info) override {
    DiagnosticConsumer::HandleDiagnostic(Level, Info);
    if (Level < DiagnosticsEngine::Error || !Unit.Error.empty())
      return;
    llvm::SmallString<128> Text;
    Info.FormatDiagnostic(Text);
    if (Info.hasSourceManager() && Info.getLocation().isValid())
      Unit.Error =
          Info.getLocation().printToString(Info.getSourceManager()) + ": ";
    Unit.Error += Text;
    Unit.HeaderMissing = Info.getID() == diag::err_pp_file_not_found;
  }

private:
  ParsedUnit &Unit;
};

} // namespace

ParsedUnit parseHeaders(const Verify &V) {
  std::string Code;
  for (StringRef Header : V.Includes)
    Code += ("#include <" + Header + ">\n").str();
  std::vector<std::string> Args = {"-w", "-Xclang", "-skip-function-bodies",
                                   runner::resourceFlag()};
  if (Args.back().empty())
    Args.pop_back();
  for (StringRef Flag : V.Flags)
    Args.push_back(Flag.str());
  if (llvm::none_of(V.Flags,
                    [](StringRef F) { return F.starts_with("-std="); }))
    Args.emplace_back("-std=c++20");
  ParsedUnit Unit;
  FirstError Errors(Unit);
  Unit.AST = tooling::buildASTFromCodeWithArgs(
      Code, Args, "verify.cpp", "clang-tool",
      std::make_shared<PCHContainerOperations>(),
      tooling::getClangStripDependencyFileAdjuster(), {}, &Errors);
  return Unit;
}

ParsedUnit parseUnit(const std::string &File, llvm::StringRef Build) {
  ParsedUnit Unit;
  std::string Source = runner::absolutePath(File);
  auto Database = runner::findDatabase(Build, path::parent_path(Source));
  if (!Database) {
    Unit.Error = llvm::toString(Database.takeError());
    return Unit;
  }
  auto Commands = tooling::JSONCompilationDatabase::loadFromFile(
      *Database, Unit.Error, tooling::JSONCommandLineSyntax::AutoDetect);
  if (!Commands)
    return Unit;
  std::vector<tooling::CompileCommand> Found =
      Commands->getCompileCommands(Source);
  if (Found.empty()) {
    Unit.Error = "'" + File + "' isn't in " + *Database;
    return Unit;
  }
  tooling::ClangTool Tool(*Commands, {Source});
  FirstError Errors(Unit);
  Tool.setDiagnosticConsumer(&Errors);
  Tool.clearArgumentsAdjusters();
  Tool.appendArgumentsAdjuster([&](const tooling::CommandLineArguments &Args,
                                   StringRef Name) {
    tooling::CommandLineArguments Parsing = runner::parsingCommand(Args, Name);
    std::string Resources = runner::resourceFlag();
    if (!Resources.empty())
      Parsing.push_back(Resources);
    return Parsing;
  });
  std::vector<std::unique_ptr<ASTUnit>> Units;
  Tool.buildASTs(Units);
  if (!Units.empty())
    Unit.AST = std::move(Units.front());
  return Unit;
}

} // namespace asynctidy::catalog
