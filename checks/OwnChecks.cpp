//===-- OwnChecks.cpp - What configuration files say of our checks --------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "checks/OwnChecks.h"
#include "llvm/ADT/StringExtras.h"

using llvm::StringRef;

llvm::SmallVector<StringRef> asynctidy::globsOf(StringRef Checks) {
  llvm::SmallVector<StringRef> Globs;
  llvm::SplitString(Checks, Globs, ", \t\n");
  return Globs;
}

std::string asynctidy::withOwnChecks(StringRef Checks) {
  llvm::SmallVector<StringRef> Globs = globsOf(Checks);
  std::string All = (CheckPrefix + "*").str();
  for (auto *At = Globs.begin(); At != Globs.end(); ++At) {
    if (At->starts_with(CheckPrefix))
      return Checks.str();
    if (At->starts_with("-") && At->drop_front().starts_with(CheckPrefix)) {
      // All but these.
      Globs.insert(At, All);
      return llvm::join(Globs, ",");
    }
  }
  Globs.push_back(All);
  return llvm::join(Globs, ",");
}
