//===-- FrontendProject.h - A project for one test --------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_TEST_UNIT_FRONTEND_FRONTENDPROJECT_H
#define ASYNC_TIDY_TEST_UNIT_FRONTEND_FRONTENDPROJECT_H

#include "lib/frontend/SharedBuild.h"
#include "test/unit/support/TempFolder.h"

namespace asynctidy::frontend {

using Names = std::vector<std::string>;

/// A folder with a project: libraries are in its folder `third_party`.
class FrontendProject : public ::testing::Test {
protected:
  runner::Unit unit(llvm::StringRef File, llvm::StringRef Text) const {
    Folder.write(File, Text);
    Names Command = {"clang++"};
    Command.insert(Command.end(), Flags.begin(), Flags.end());
    Command.insert(Command.end(), {"-c", Folder.path(File)});
    return {Folder.path(File), Folder.root(), Command};
  }

  void library(llvm::StringRef File, llvm::StringRef Text) const {
    Folder.write(("third_party/" + File).str(), Text);
  }

  /// A set for these units, in `set.pch`.
  llvm::Expected<SharedHeaders> build(std::vector<runner::Unit> Units) {
    SharedRequest Request;
    Request.Headers.resize(Units.size());
    Request.Units = std::move(Units);
    return build(Request);
  }

  llvm::Expected<SharedHeaders> build(const SharedRequest &Request) {
    return buildShared(Request, External, Folder.path("set.pch"));
  }

  /// The headers of the set that is made for one unit with \p Text.
  Names headersFor(llvm::StringRef Text) {
    auto Set = build({unit("unit.cpp", Text)});
    if (Set)
      return Set->Headers;
    return {"error: " + llvm::toString(Set.takeError())};
  }

  test::TempFolder Folder;
  Names Flags = {"-std=c++20", "-I" + Folder.path("third_party"),
                 "-I" + Folder.path("include")};
  ExternalFiles External{Folder.root(), ""};
};

} // namespace asynctidy::frontend

#endif // ASYNC_TIDY_TEST_UNIT_FRONTEND_FRONTENDPROJECT_H
