//===-- FactFiles.cpp - Facts as files between machines -------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/program/FactFiles.h"
#include "lib/program/Codec.h"
#include "lib/program/FactFileNames.h"
#include "lib/program/StoreFile.h"
#include "lib/program/WriteFile.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"

namespace asynctidy::program {
namespace fs = llvm::sys::fs;
namespace path = llvm::sys::path;
using llvm::Error;
using llvm::Expected;
using llvm::StringRef;

namespace {

/// Joins \p Next to \p All.
void add(Error &All, Error Next) {
  All = llvm::joinErrors(std::move(All), std::move(Next));
}

std::string inFolder(StringRef Folder, StringRef Name) {
  llvm::SmallString<256> Result(Folder);
  path::append(Result, Name);
  return Result.str().str();
}

/// Gives each unit with its record, all of one moment.
Error forEachRecorded(
    const Store &From,
    llvm::function_ref<Error(const UnitFacts &, const UnitRecord &)> Give) {
  Error All = Error::success();
  Error Failed = From.forEachUnit([&](const UnitFacts &Facts) {
    auto Record = From.record(Facts.Unit);
    add(All, Record ? Give(Facts, **Record) : Record.takeError());
  });
  add(All, std::move(Failed));
  return All;
}

/// The file of this name in an export is that of the unit in it.
bool isExported(StringRef Path, StringRef Name) {
  auto Buffer = llvm::MemoryBuffer::getFile(Path);
  if (!Buffer)
    return false;
  std::optional<std::string> Unit = factsUnit((*Buffer)->getBuffer());
  return Unit && factFileName(*Unit) == Name;
}

/// Removes what an earlier export made and this one didn't.
Error removeStale(StringRef Folder, const llvm::StringSet<> &Written) {
  auto Files = factFilesIn(Folder);
  if (!Files)
    return Files.takeError();
  for (StringRef File : *Files) {
    StringRef Name = File.drop_front(Folder.size()).ltrim('/');
    if (Written.contains(Name) || !isExported(File, Name))
      continue;
    if (std::error_code EC = fs::remove(File))
      return llvm::createStringError("can't remove '" + File +
                                     "': " + EC.message());
    // Folders that are empty now; the first that isn't ends it.
    for (StringRef In = path::parent_path(Name); !In.empty();
         In = path::parent_path(In))
      if (fs::remove(inFolder(Folder, In)))
        break;
  }
  return Error::success();
}

Error importFile(Store &To, StringRef Path) {
  auto Buffer = llvm::MemoryBuffer::getFile(Path);
  if (!Buffer)
    return llvm::createStringError("can't read '" + Path +
                                   "': " + Buffer.getError().message());
  UnitRecord Record;
  Expected<UnitFacts> Facts = readFacts((*Buffer)->getBuffer(), Path, &Record);
  return Facts ? To.replace(*Facts, Record) : Facts.takeError();
}

Error importPath(Store &To, StringRef Path) {
  if (!fs::is_directory(Path))
    return importFile(To, Path);
  auto Files = factFilesIn(Path);
  if (!Files)
    return Files.takeError();
  Error All = Error::success();
  for (const std::string &File : *Files)
    add(All, importFile(To, File));
  return All;
}

Error mergeStore(Store &To, StringRef Path) {
  Expected<Store> From = Store::openReadOnly(Path);
  if (!From)
    return From.takeError();
  return forEachRecorded(*From,
                         [&](const UnitFacts &Facts, const UnitRecord &Record) {
                           return To.replace(Facts, Record);
                         });
}

Error mergeInto(StringRef Path, llvm::ArrayRef<std::string> Inputs) {
  std::string Word;
  Expected<Store> To = Store::open(Path, Word);
  if (!To)
    return To.takeError();
  Error All = Error::success();
  for (const std::string &Input : Inputs)
    add(All,
        isDatabase(Input) ? mergeStore(*To, Input) : importPath(*To, Input));
  return All;
}

} // namespace

Error exportFacts(const Store &From, StringRef Folder) {
  if (std::error_code EC = fs::create_directories(Folder))
    return llvm::createStringError("can't make '" + Folder +
                                   "': " + EC.message());
  llvm::StringSet<> Written;
  Error Failed = forEachRecorded(
      From, [&](const UnitFacts &Facts, const UnitRecord &Record) {
        std::string Text;
        llvm::raw_string_ostream OS(Text);
        writeFacts(Facts, OS, &Record);
        // A unit's name may have bytes that the file can't have.
        std::string Name = factFileName(llvm::json::fixUTF8(Facts.Unit));
        Written.insert(Name);
        return writeFile(inFolder(Folder, Name), Text);
      });
  // What is left from before may be all that there is of a unit.
  return Failed ? std::move(Failed) : removeStale(Folder, Written);
}

Error importFacts(Store &To, llvm::ArrayRef<std::string> Paths) {
  Error All = Error::success();
  for (const std::string &Path : Paths)
    add(All, importPath(To, Path));
  return All;
}

Error mergeFacts(StringRef Output, llvm::ArrayRef<std::string> Inputs) {
  if (Error Foreign = checkReplaceable(Output))
    return Foreign;
  std::string Beside = pathBeside(Output);
  if (Error Failed = mergeInto(Beside, Inputs)) {
    removeStore(Beside);
    return Failed;
  }
  return replaceStore(Beside, Output);
}

} // namespace asynctidy::program
