//===-- Diagnostics.h - Findings from clang-tidy's diagnostics --*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_TOOLS_ASYNC_TIDY_DIAGNOSTICS_H
#define ASYNC_TIDY_TOOLS_ASYNC_TIDY_DIAGNOSTICS_H

#include "clang-tidy/ClangTidyDiagnosticConsumer.h"
#include "lib/report/Finding.h"
#include "lib/report/Sources.h"

namespace asynctidy {

/// Turns clang-tidy's diagnostics into findings.
class Converter {
public:
  explicit Converter(llvm::StringRef Root) : Root(Root), Files(Root) {}

  report::Finding finding(const clang::tidy::ClangTidyError &E);

  /// "file:line:column: message", or the message alone when it has no place.
  std::string message(const clang::tidy::ClangTidyError &E);

private:
  std::string file(const clang::tidy::ClangTidyError &E, llvm::StringRef Path);
  report::Place place(const clang::tidy::ClangTidyError &E,
                      const clang::tooling::DiagnosticMessage &M);
  void addFix(report::Finding &F, const clang::tidy::ClangTidyError &E,
              const clang::tooling::DiagnosticMessage &M, report::Safety Kind);

  std::string Root;
  report::Sources Files;
};

} // namespace asynctidy

#endif // ASYNC_TIDY_TOOLS_ASYNC_TIDY_DIAGNOSTICS_H
