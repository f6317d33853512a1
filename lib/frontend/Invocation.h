//===-- Invocation.h - How a unit is parsed in this process -----*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_LIB_FRONTEND_INVOCATION_H
#define ASYNC_TIDY_LIB_FRONTEND_INVOCATION_H

#include "lib/runner/Units.h"
#include "clang/Basic/Diagnostic.h"
#include "clang/Frontend/CompilerInvocation.h"
#include "llvm/Support/VirtualFileSystem.h"
#include <memory>
#include <string>

namespace asynctidy::frontend {

/// The first error of a parse, as `file:line:column: text` with files relative
/// to the project's root. Everything else is dropped.
class FirstError : public clang::DiagnosticConsumer {
public:
  explicit FirstError(llvm::StringRef Root) : Root(Root) {}

  void HandleDiagnostic(clang::DiagnosticsEngine::Level Level,
                        const clang::Diagnostic &Info) override;

  /// Empty without an error.
  const std::string &text() const { return Text; }

private:
  std::string Root;
  std::string Text;
};

/// The frontend's options for parsing \p U, from its command. Null after an
/// error, which went to \p Errors. Files are looked up in \p FS, whose current
/// folder becomes the unit's.
std::unique_ptr<clang::CompilerInvocation>
makeInvocation(const runner::Unit &U,
               const llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> &FS,
               clang::DiagnosticConsumer &Errors);

/// The same for all units that mean the same by the same headers: their options
/// differ in nothing but the file. \p Directory is the unit's; it matters when
/// the options have relative paths.
std::string optionsKey(const clang::CompilerInvocation &Options,
                       llvm::StringRef Directory);

} // namespace asynctidy::frontend

#endif // ASYNC_TIDY_LIB_FRONTEND_INVOCATION_H
