//===-- Diagnostics.cpp - Findings from clang-tidy's diagnostics ----------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "tools/async-tidy/Diagnostics.h"
#include "lib/runner/Project.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Path.h"

namespace asynctidy {
namespace path = llvm::sys::path;
namespace tidy = clang::tidy;
using llvm::StringRef;

report::Finding Converter::finding(const tidy::ClangTidyError &E) {
  report::Finding F;
  F.Check = E.DiagnosticName;
  F.Message = E.Message.Message;
  F.At = place(E, E.Message);
  addFix(F, E, E.Message, report::Safety::Safe);
  for (const clang::tooling::DiagnosticMessage &N : E.Notes) {
    if (StringRef(N.Message).starts_with("level strict: "))
      F.Lvl = report::Level::Strict;
    F.Notes.push_back({N.Message, N.FilePath.empty() ? F.At : place(E, N)});
    addFix(F, E, N, report::Safety::Unsafe);
  }
  return F;
}

std::string Converter::message(const tidy::ClangTidyError &E) {
  report::Place P = place(E, E.Message);
  if (P.File.empty())
    return E.Message.Message;
  return P.File + ":" + llvm::utostr(P.Line) + ":" + llvm::utostr(P.Column) +
         ": " + E.Message.Message;
}

std::string Converter::file(const tidy::ClangTidyError &E, StringRef Path) {
  llvm::SmallString<256> Absolute(Path);
  path::make_absolute(E.BuildDirectory, Absolute);
  return runner::reportedPath(Absolute, Root);
}

report::Place Converter::place(const tidy::ClangTidyError &E,
                               const clang::tooling::DiagnosticMessage &M) {
  if (M.FilePath.empty())
    return {};
  report::Place P;
  P.File = file(E, M.FilePath);
  std::tie(P.Line, P.Column) = Files.position(P.File, M.FileOffset);
  return P;
}

void Converter::addFix(report::Finding &F, const tidy::ClangTidyError &E,
                       const clang::tooling::DiagnosticMessage &M,
                       report::Safety Kind) {
  if (M.Fix.empty())
    return;
  report::Fix Fix;
  Fix.Kind = Kind;
  for (const auto &InFile : M.Fix)
    for (const clang::tooling::Replacement &R : InFile.getValue())
      Fix.Edits.push_back({file(E, R.getFilePath()), R.getOffset(),
                           R.getLength(), R.getReplacementText().str()});
  llvm::sort(Fix.Edits);
  F.Fixes.push_back(std::move(Fix));
}

} // namespace asynctidy
