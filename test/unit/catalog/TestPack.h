//===-- TestPack.h - Packs given as text ------------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_TEST_UNIT_CATALOG_TESTPACK_H
#define ASYNC_TIDY_TEST_UNIT_CATALOG_TESTPACK_H

#include "lib/catalog/PackReader.h"
#include "llvm/ADT/Twine.h"
#include "gtest/gtest.h"

namespace asynctidy::catalog {

/// The head of every test's pack: its body begins at line 4.
inline std::string withHead(llvm::StringRef Body) {
  return "pack: test\nlibrary: Test\ndescription: A test\n" + Body.str();
}

/// The mistakes of a pack with this text, one a line.
inline std::string mistakes(llvm::StringRef Text) {
  std::vector<PackError> Errors;
  auto Storage = readPack("test.yaml", Text, Errors);
  EXPECT_EQ(Errors.empty(), Storage != nullptr);
  std::string Lines;
  for (const PackError &Error : Errors)
    Lines += Error.render() + "\n";
  return Lines;
}

/// The same for a pack with a right head.
inline std::string mistakesIn(llvm::StringRef Body) {
  return mistakes(withHead(Body));
}

/// A pack without mistakes.
inline std::unique_ptr<PackStorage> goodPack(llvm::StringRef Text) {
  std::vector<PackError> Errors;
  auto Storage = readPack("test.yaml", Text, Errors);
  for (const PackError &Error : Errors)
    ADD_FAILURE() << Error.render();
  return Storage ? std::move(Storage) : std::make_unique<PackStorage>();
}

} // namespace asynctidy::catalog

#endif // ASYNC_TIDY_TEST_UNIT_CATALOG_TESTPACK_H
