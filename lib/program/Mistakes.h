//===-- Mistakes.h - What is wrong in facts, and where ----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_LIB_PROGRAM_MISTAKES_H
#define ASYNC_TIDY_LIB_PROGRAM_MISTAKES_H

#include "llvm/ADT/Twine.h"
#include "llvm/Support/Error.h"
#include <string>
#include <vector>

namespace asynctidy::program {

/// A place in facts, as `functions[3].calls[0].callee`. Lives on the stack and
/// points to the place that it is in: text is made only for a mistake.
class Where {
public:
  Where() = default;
  /// A member of \p In.
  Where(const Where &In, const char *Field) : In(&In), Field(Field) {}
  /// An element of \p In.
  Where(const Where &In, size_t Index) : In(&In), Index(Index) {}

  /// Empty for the whole.
  std::string str() const;

private:
  const Where *In = nullptr;
  const char *Field = nullptr;
  size_t Index = 0;
};

/// Collects mistakes, so that they are reported in one go.
class Mistakes {
public:
  void add(const Where &At, const llvm::Twine &What);
  bool empty() const { return Count == 0; }

  /// One error for each mistake, the first ones if there are many, each with
  /// \p Prefix before it. Success when there are none.
  llvm::Error take(llvm::StringRef Prefix);

private:
  std::vector<std::string> Messages;
  size_t Count = 0;
};

} // namespace asynctidy::program

#endif // ASYNC_TIDY_LIB_PROGRAM_MISTAKES_H
