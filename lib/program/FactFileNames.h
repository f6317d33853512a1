//===-- FactFileNames.h - A file for each unit's facts ----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_LIB_PROGRAM_FACTFILENAMES_H
#define ASYNC_TIDY_LIB_PROGRAM_FACTFILENAMES_H

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include <string>
#include <vector>

namespace asynctidy::program {

inline constexpr llvm::StringLiteral FactFileSuffix(".facts.json");

/// The file of a unit's facts, relative to the folder of an export. Different
/// units have different files, also where upper and lower case are the same:
/// - `src/main.cpp` is `src/main.cpp.facts.json`;
/// - an upper-case letter is the lower-case one behind `!`, as in Go's module
///   cache: `MainWindow.cpp` is `!main!window.cpp.facts.json`;
/// - letters, digits and `.-_+=@,~` stay; any other byte, a dot at the start of
///   a name and the last dot of a folder `x.facts.json` are `%` and two
///   hexadecimal digits: `../a b.cpp` is `%2e./a%20b.cpp.facts.json`;
/// - an empty name, as before the first slash of an absolute path, is `%`:
///   `/usr/x.cpp` is `%/usr/x.cpp.facts.json`;
/// - a name that gets too long for a file system ends, after its first bytes,
///   in `%-` and a hash of the whole unit.
std::string factFileName(llvm::StringRef Unit);

/// The paths of all fact files in a folder and the folders in it, sorted.
/// Folders that are links aren't followed.
llvm::Expected<std::vector<std::string>> factFilesIn(llvm::StringRef Folder);

} // namespace asynctidy::program

#endif // ASYNC_TIDY_LIB_PROGRAM_FACTFILENAMES_H
