//===-- FactFileNames.cpp - A file for each unit's facts ------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/program/FactFileNames.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/xxhash.h"

namespace asynctidy::program {
namespace fs = llvm::sys::fs;

namespace {

/// With the suffix, and that of a temporary file, below the usual 255.
constexpr size_t LongestName = 200;
constexpr size_t KeptOfLong = 150;

std::string percent(char C) {
  return {'%', llvm::hexdigit(static_cast<uint8_t>(C) >> 4, /*LowerCase=*/true),
          llvm::hexdigit(C & 15, /*LowerCase=*/true)};
}

/// One part of the path. \p IsLast is the file's, which gets the suffix.
std::string safeName(llvm::StringRef Name, bool IsLast, llvm::StringRef Unit) {
  if (Name.empty())
    return "%";
  size_t SuffixDot = llvm::StringRef::npos;
  if (!IsLast && Name.ends_with(FactFileSuffix))
    SuffixDot = Name.rfind('.');
  std::string Result;
  for (size_t I = 0; I != Name.size(); ++I) {
    char C = Name[I];
    bool HasMeaning = C == '.' && (I == 0 || I == SuffixDot);
    if (C >= 'A' && C <= 'Z') {
      Result += '!';
      Result += llvm::toLower(C);
    } else if (!HasMeaning &&
               (llvm::isAlnum(C) || llvm::StringRef(".-_+=@,~").contains(C)))
      Result += C;
    else
      Result += percent(C);
  }
  if (Result.size() <= LongestName)
    return Result;
  return Result.substr(0, KeptOfLong) + "%-" +
         llvm::formatv("{0:x-16}", llvm::xxh3_64bits(Unit)).str();
}

} // namespace

std::string factFileName(llvm::StringRef Unit) {
  llvm::SmallVector<llvm::StringRef> Names;
  Unit.split(Names, '/');
  std::string Result;
  for (size_t I = 0, E = Names.size(); I != E; ++I) {
    bool IsLast = I + 1 == E;
    Result += safeName(Names[I], IsLast, Unit);
    Result += IsLast ? llvm::StringRef(FactFileSuffix) : "/";
  }
  return Result;
}

llvm::Expected<std::vector<std::string>> factFilesIn(llvm::StringRef Folder) {
  std::vector<std::string> Result;
  std::error_code EC;
  fs::recursive_directory_iterator At(Folder, EC, /*follow_symlinks=*/false);
  for (fs::recursive_directory_iterator End; !EC && At != End;
       At.increment(EC)) {
    llvm::StringRef Path = At->path();
    if (Path.ends_with(FactFileSuffix) && fs::is_regular_file(Path))
      Result.push_back(Path.str());
  }
  if (EC)
    return llvm::createStringError("can't read '" + Folder +
                                   "': " + EC.message());
  llvm::sort(Result);
  return Result;
}

} // namespace asynctidy::program
