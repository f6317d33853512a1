//===-- Main.cpp - clangd with the checks inside --------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "tools/async-clangd/ClangdParts.h"

int main(int argc, char **argv) {
  return clang::clangd::clangdMain(argc, argv);
}
