//===-- Rules.cpp - What reports say of the checks ------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "tools/async-tidy/Rules.h"
#include "checks/Module.h"
#include "llvm/ADT/StringRef.h"
#include <algorithm>

namespace asynctidy {
namespace {

struct Page {
  llvm::StringRef Check;
  llvm::StringRef Text;
};

constexpr Page Pages[] = {
#include "tools/async-tidy/CheckPages.inc"
};

/// What it does and why that hurts: the page up to its examples, without the
/// title and the summary, which stand elsewhere.
llvm::StringRef help(llvm::StringRef Check) {
  for (const Page &P : Pages) {
    if (P.Check != Check)
      continue;
    llvm::StringRef Text = P.Text;
    Text = Text.drop_front(std::min(Text.find("\n## "), Text.size()));
    return Text.take_front(Text.find("\n## Bad")).trim();
  }
  return "";
}

} // namespace

std::vector<report::Rule> reportRules() {
  std::vector<report::Rule> Rules;
  for (const CheckInfo &Check : allChecks())
    Rules.push_back({Check.Name.str(), Check.Summary.str(),
                     help(Check.Name).str(),
                     Check.Level == "Strict" ? report::Level::Strict
                                             : report::Level::Default});
  return Rules;
}

} // namespace asynctidy
