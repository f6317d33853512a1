//===-- TestProgram.h - Code given as strings, places marked in it --------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_TEST_UNIT_PROGRAM_TESTPROGRAM_H
#define ASYNC_TIDY_TEST_UNIT_PROGRAM_TESTPROGRAM_H

#include "lib/program/Analysis.h"
#include <map>
#include <memory>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace asynctidy::test {

/// The facts of a unit in /src, the prelude of the tests included.
program::UnitFacts
factsOf(llvm::StringRef Name, llvm::StringRef Code,
        llvm::ArrayRef<std::pair<std::string, std::string>> Headers);

/// Units and headers, analysed with the packs of the tests and linked.
///
/// `$name^` in the code marks the place of the token behind it. `Task`,
/// `Generator`, `nap`, `post`, `Pool` and the rest of the prelude are there.
class TestProgram {
public:
  /// Names and texts: `.cpp` are units, the others headers that they include.
  explicit TestProgram(std::vector<std::pair<std::string, std::string>> Files,
                       bool Strict = false);

  /// Links these units instead.
  void link(llvm::ArrayRef<program::UnitFacts> Units, bool Strict = false);

  /// What blocks the loop, as "mark: leaf" or "mark: callee > ... > leaf" with
  /// ", function > leaf" for what else it leads to, in the order of files and
  /// places. A place without a mark stands as its file and line.
  std::vector<std::string> findings() const;

  const program::Analysis &analysis() const { return *Linked; }
  const std::vector<program::UnitFacts> &units() const { return Facts; }
  /// The function with this name. Fails the test when there is none.
  program::FunctionId function(llvm::StringRef Name) const;
  /// The findings themselves.
  llvm::ArrayRef<program::LoopBlock> blocks() const { return Blocks; }

private:
  std::string place(const program::Place &At) const;

  std::map<std::tuple<std::string, unsigned, unsigned>, std::string> Marks;
  std::vector<program::UnitFacts> Facts;
  std::unique_ptr<program::Analysis> Linked;
  llvm::ArrayRef<program::LoopBlock> Blocks;
};

/// A program of one unit.
class TestUnit : public TestProgram {
public:
  explicit TestUnit(llvm::StringRef MarkedCode, bool Strict = false)
      : TestProgram({{"unit.cpp", MarkedCode.str()}}, Strict) {}
};

} // namespace asynctidy::test

#endif // ASYNC_TIDY_TEST_UNIT_PROGRAM_TESTPROGRAM_H
