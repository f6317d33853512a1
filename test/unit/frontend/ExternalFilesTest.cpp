//===-- ExternalFilesTest.cpp - Whose code a header is --------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/frontend/ExternalFiles.h"
#include "gtest/gtest.h"

namespace asynctidy::frontend {
namespace {

struct Row {
  const char *Path;
  bool Expected;
};

TEST(ExternalFiles, AreOutsideInTheBuildFolderOrInOneOfOthers) {
  ExternalFiles Files("/p/shop", "/p/shop/build");
  for (const Row &R : {
           Row{"/p/shop/main.cpp", false},
           Row{"/p/shop/src/deep/down/a.h", false},
           Row{"/usr/include/stdio.h", true},
           Row{"/p/other/a.h", true},
           // The beginning of a name isn't a folder.
           Row{"/p/shopping/a.h", true},
           Row{"/p/shop/build/made.h", true},
           Row{"/p/shop/build/deep/made.h", true},
           Row{"/p/shop/builder/a.h", false},
           Row{"/p/shop/src/build/a.h", false},
           Row{"/p/shop/third_party/a.h", true},
           Row{"/p/shop/third_party/lib/deep/a.h", true},
           Row{"/p/shop/src/third_party/a.h", true},
           Row{"/p/shop/Third_Party/a.h", true},
           Row{"/p/shop/3rdparty/a.h", true},
           Row{"/p/shop/_deps/asio-src/a.h", true},
           Row{"/p/shop/external/a.h", true},
           Row{"/p/shop/vendor/a.h", true},
           Row{"/p/shop/vendors/a.h", false},
           Row{"/p/shop/vcpkg_installed/x64-linux/include/a.h", true},
           Row{"/p/shop/node_modules/a.h", true},
           // A file of that name is no folder.
           Row{"/p/shop/vendor", false},
           Row{"/p/shop/src/external.h", false},
           Row{"/p/shop/external.d/a.h", false},
       })
    EXPECT_EQ(Files.isExternal(R.Path), R.Expected) << R.Path;
}

TEST(ExternalFiles, NamesAboveTheRootDontCount) {
  ExternalFiles Files("/srv/vendor/third_party/shop", "");
  EXPECT_FALSE(Files.isExternal("/srv/vendor/third_party/shop/a.h"));
  EXPECT_TRUE(Files.isExternal("/srv/vendor/third_party/shop/vendor/a.h"));
  EXPECT_TRUE(Files.isExternal("/srv/vendor/third_party/a.h"));
}

TEST(ExternalFiles, ABuildFolderWithTheWholeProjectCountsForNothing) {
  for (const char *Build : {"/p/shop", "/p", ""}) {
    ExternalFiles Files("/p/shop", Build);
    EXPECT_FALSE(Files.isExternal("/p/shop/a.h")) << Build;
    EXPECT_TRUE(Files.isExternal("/p/a.h")) << Build;
  }
}

TEST(ExternalFiles, TheBuildFolderMayBeElsewhere) {
  ExternalFiles Files("/p/shop", "/out/shop");
  EXPECT_FALSE(Files.isExternal("/p/shop/a.h"));
  EXPECT_TRUE(Files.isExternal("/out/shop/a.h"));
}

} // namespace
} // namespace asynctidy::frontend
