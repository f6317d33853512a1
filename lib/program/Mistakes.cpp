//===-- Mistakes.cpp - What is wrong in facts, and where ------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/program/Mistakes.h"

namespace asynctidy::program {

namespace {
/// A file with a mistake in each line shouldn't fill the screen.
constexpr size_t MostShown = 20;
} // namespace

std::string Where::str() const {
  if (!In)
    return "";
  std::string Result = In->str();
  if (!Field)
    return Result + "[" + std::to_string(Index) + "]";
  if (!Result.empty())
    Result += '.';
  return Result + Field;
}

void Mistakes::add(const Where &At, const llvm::Twine &What) {
  if (++Count > MostShown)
    return;
  std::string Place = At.str();
  Messages.push_back(Place.empty() ? What.str() : (Place + ": " + What).str());
}

llvm::Error Mistakes::take(llvm::StringRef Prefix) {
  if (Count > Messages.size())
    Messages.push_back("and " + std::to_string(Count - Messages.size()) +
                       " more mistakes");
  llvm::Error Result = llvm::Error::success();
  for (const std::string &Message : Messages)
    Result = llvm::joinErrors(std::move(Result),
                              llvm::createStringError(Prefix + Message));
  Messages.clear();
  Count = 0;
  return Result;
}

} // namespace asynctidy::program
