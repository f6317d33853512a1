//===-- TestUnit.h - Code given as a string, places marked in it -*- C++
//-*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_TEST_UNIT_EFFECTS_TESTUNIT_H
#define ASYNC_TIDY_TEST_UNIT_EFFECTS_TESTUNIT_H

#include "lib/effects/Blocking.h"
#include "clang/Frontend/ASTUnit.h"
#include <memory>
#include <string>
#include <vector>

namespace asynctidy::test {

/// One unit, analysed with the packs of the tests.
///
/// `$name^` in the code marks the place of the token behind it. `Task`,
/// `Generator`, `nap`, `post`, `Pool` and the rest of the prelude are there.
class TestUnit {
public:
  explicit TestUnit(llvm::StringRef MarkedCode, bool Strict = false);

  /// What blocks the loop, as "mark: leaf" or "mark: callee > ... > leaf", in
  /// the order of the code. A place without a mark stands as its line.
  std::vector<std::string> findings() const;

  const UnitModel &model() const { return *Model; }
  /// The function with this name. Fails the test when there is none.
  const clang::FunctionDecl *function(llvm::StringRef Name) const;
  /// The findings themselves.
  const std::vector<LoopBlock> &blocks() const { return Blocks; }

private:
  std::string place(clang::SourceLocation Loc) const;

  std::vector<std::pair<unsigned, std::string>> Marks;
  std::unique_ptr<clang::ASTUnit> AST;
  std::unique_ptr<UnitModel> Model;
  std::vector<LoopBlock> Blocks;
};

} // namespace asynctidy::test

#endif // ASYNC_TIDY_TEST_UNIT_EFFECTS_TESTUNIT_H
