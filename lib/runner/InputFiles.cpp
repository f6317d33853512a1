//===-- InputFiles.cpp - Looks at files for Inputs ----------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/runner/InputFiles.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Endian.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/xxhash.h"

namespace asynctidy::runner {
namespace path = llvm::sys::path;
namespace vfs = llvm::vfs;
using llvm::StringRef;
using llvm::Twine;
using Kind = Input::Kind;

Digest digest(StringRef Bytes) {
  llvm::XXH128_hash_t Hash =
      llvm::xxh3_128bits(llvm::arrayRefFromStringRef(Bytes));
  Digest Result;
  llvm::support::endian::write64le(Result.data(), Hash.low64);
  llvm::support::endian::write64le(Result.data() + 8, Hash.high64);
  return Result;
}

Kind kindOf(const vfs::Status &S) {
  if (S.isRegularFile())
    return Kind::File;
  return S.isDirectory() ? Kind::Folder : Kind::Other;
}

llvm::ErrorOr<std::unique_ptr<llvm::MemoryBuffer>>
readBytes(vfs::File &File, const Twine &Name, int64_t Size,
          bool RequiresNullTerminator) {
  return File.getBuffer(Name, Size, RequiresNullTerminator,
                        /*IsVolatile=*/true);
}

Digest listing(vfs::FileSystem &FS, const Twine &Folder) {
  std::vector<std::string> Names;
  std::error_code EC;
  for (vfs::directory_iterator I = FS.dir_begin(Folder, EC), End;
       !EC && I != End; I.increment(EC))
    Names.push_back(path::filename(I->path()).str());
  llvm::sort(Names);
  // No name has a slash.
  return digest(llvm::join(Names, "/"));
}

bool hasDigest(Kind K) { return K == Kind::Content || K == Kind::Listing; }

} // namespace asynctidy::runner
