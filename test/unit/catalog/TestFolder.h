//===-- TestFolder.h - A folder that a test writes files into ---*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_TEST_UNIT_CATALOG_TESTFOLDER_H
#define ASYNC_TIDY_TEST_UNIT_CATALOG_TESTFOLDER_H

#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"
#include "gtest/gtest.h"

namespace asynctidy::catalog {

/// A fresh folder, removed at the end.
class TestFolder {
public:
  TestFolder() {
    EXPECT_FALSE(llvm::sys::fs::createUniqueDirectory("async-tidy", Path));
  }
  ~TestFolder() { llvm::sys::fs::remove_directories(Path); }
  TestFolder(const TestFolder &) = delete;
  TestFolder &operator=(const TestFolder &) = delete;

  /// Writes \p Text to \p Name, which may have folders, and says where.
  std::string write(llvm::StringRef Name, llvm::StringRef Text) {
    llvm::SmallString<128> File = Path;
    llvm::sys::path::append(File, Name);
    EXPECT_FALSE(
        llvm::sys::fs::create_directories(llvm::sys::path::parent_path(File)));
    std::error_code Code;
    llvm::raw_fd_ostream(File, Code) << Text;
    EXPECT_FALSE(Code);
    return File.str().str();
  }

  llvm::StringRef path() const { return Path; }

private:
  llvm::SmallString<128> Path;
};

} // namespace asynctidy::catalog

#endif // ASYNC_TIDY_TEST_UNIT_CATALOG_TESTFOLDER_H
