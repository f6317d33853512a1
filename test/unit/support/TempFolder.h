//===-- TempFolder.h - Files for one test -----------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_TEST_UNIT_SUPPORT_TEMPFOLDER_H
#define ASYNC_TIDY_TEST_UNIT_SUPPORT_TEMPFOLDER_H

#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"
#include "gtest/gtest.h"
#include <string>

namespace asynctidy::test {

/// A new folder, gone at the end of the test.
class TempFolder {
public:
  TempFolder() {
    llvm::SmallString<128> Made;
    EXPECT_FALSE(llvm::sys::fs::createUniqueDirectory("async-tidy", Made));
    // The folder for temporary files may be a link.
    llvm::SmallString<128> Real;
    EXPECT_FALSE(llvm::sys::fs::real_path(Made, Real));
    Root = Real.str().str();
  }
  TempFolder(const TempFolder &) = delete;
  TempFolder &operator=(const TempFolder &) = delete;
  ~TempFolder() { llvm::sys::fs::remove_directories(Root); }

  const std::string &root() const { return Root; }

  std::string path(llvm::StringRef Name) const {
    llvm::SmallString<128> Result(Root);
    llvm::sys::path::append(Result, Name);
    return Result.str().str();
  }

  /// Makes a file and the folders that it is in. Returns its path.
  std::string write(llvm::StringRef Name, llvm::StringRef Text) const {
    std::string Path = path(Name);
    EXPECT_FALSE(
        llvm::sys::fs::create_directories(llvm::sys::path::parent_path(Path)));
    std::error_code EC;
    llvm::raw_fd_ostream OS(Path, EC);
    EXPECT_FALSE(EC) << EC.message();
    OS << Text;
    return Path;
  }

  /// The text of a file; "(none)" when there is none.
  std::string read(llvm::StringRef Name) const {
    auto Buffer = llvm::MemoryBuffer::getFile(path(Name));
    return Buffer ? (*Buffer)->getBuffer().str() : "(none)";
  }

private:
  std::string Root;
};

} // namespace asynctidy::test

#endif // ASYNC_TIDY_TEST_UNIT_SUPPORT_TEMPFOLDER_H
