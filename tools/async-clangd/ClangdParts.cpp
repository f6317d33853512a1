//===-- ClangdParts.cpp - What is put in place of clangd's ----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// clangd runs a fixed list of checks by default, drops what its own table of
/// fast checks doesn't know, and diagnoses a file when that changes and not
/// when the facts do. The linker gives the calls of the functions that decide
/// it to those with `__wrap_` before the name, so that nothing has to be
/// configured.
///
//===----------------------------------------------------------------------===//

#include "tools/async-clangd/ClangdParts.h"
#include "checks/OwnChecks.h"
#include "tools/async-clangd/EditorLink.h"
#include <cstdio>
#include <optional>

using clang::clangd::Transport;
using llvm::StringRef;

std::unique_ptr<clang::clangd::SymbolIndex>
clang::clangd::remote::getClient(StringRef Address, StringRef ProjectRoot) {
  return nullptr;
}

// The names that the linker makes of clangd's.
std::optional<bool> realIsFastTidyCheck(StringRef Check) __asm__(
    "__real__ZN5clang6clangd15isFastTidyCheckEN4llvm9StringRefE");
std::optional<bool> isFastTidyCheck(StringRef Check) __asm__(
    "__wrap__ZN5clang6clangd15isFastTidyCheckEN4llvm9StringRefE");
clang::clangd::TidyProvider
realDefaultChecks() __asm__("__real__ZN5clang6clangd20provideDefaultChecksEv");
clang::clangd::TidyProvider
defaultChecks() __asm__("__wrap__ZN5clang6clangd20provideDefaultChecksEv");
std::unique_ptr<Transport>
realTransport(std::FILE *In, llvm::raw_ostream &Out, llvm::raw_ostream *Mirror,
              bool Pretty,
              clang::clangd::JSONStreamStyle
                  Style) __asm__("__real__ZN5clang6clangd16newJSONTransportEP8_"
                                 "IO_FILERN4llvm11raw_"
                                 "ostreamEPS4_bNS0_15JSONStreamStyleE");
std::unique_ptr<Transport>
transport(std::FILE *In, llvm::raw_ostream &Out, llvm::raw_ostream *Mirror,
          bool Pretty,
          clang::clangd::JSONStreamStyle
              Style) __asm__("__wrap__ZN5clang6clangd16newJSONTransportEP8_IO_"
                             "FILERN4llvm11raw_"
                             "ostreamEPS4_bNS0_15JSONStreamStyleE");

std::optional<bool> isFastTidyCheck(StringRef Check) {
  // `make bench` measures them.
  if (Check.starts_with(asynctidy::CheckPrefix))
    return true;
  return realIsFastTidyCheck(Check);
}

clang::clangd::TidyProvider defaultChecks() {
  return [Real = realDefaultChecks()](clang::tidy::ClangTidyOptions &Options,
                                      StringRef File) {
    // Runs last, when all files have been read: it sees what they ask for.
    Real(Options, File);
    Options.Checks = asynctidy::withOwnChecks(Options.Checks.value_or(""));
  };
}

std::unique_ptr<Transport> transport(std::FILE *In, llvm::raw_ostream &Out,
                                     llvm::raw_ostream *Mirror, bool Pretty,
                                     clang::clangd::JSONStreamStyle Style) {
  return std::make_unique<asynctidy::EditorLink>(
      realTransport(In, Out, Mirror, Pretty, Style));
}
