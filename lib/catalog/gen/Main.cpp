//===-- Main.cpp - async-tidy-pack-gen: embeds the built-in packs ---------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Runs while async-tidy is built: `async-tidy-pack-gen OUTPUT.cpp PACK...`.
/// A mistake in a pack fails the build at its place.
///
//===----------------------------------------------------------------------===//

#include "lib/catalog/NameSyntax.h"
#include "lib/catalog/PackReader.h"
#include "lib/catalog/gen/TableWriter.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"

using namespace asynctidy::catalog;

namespace {

/// A pack is found by its name: its file is called after it.
void checkFileName(const PackStorage &Storage, std::vector<PackError> &Errors) {
  const Pack &P = Storage.P;
  if (llvm::sys::path::stem(P.File) != P.Name)
    Errors.push_back({P.File.str(), Storage.NameLine, Storage.NameColumn,
                      "the file of pack " + quoted(P.Name) + " is called '" +
                          P.Name.str() + ".yaml'"});
}

} // namespace

int main(int Argc, const char **Argv) {
  if (Argc < 2) {
    llvm::errs() << "usage: async-tidy-pack-gen OUTPUT.cpp PACK...\n";
    return 2;
  }
  std::vector<PackError> Errors;
  std::vector<std::unique_ptr<PackStorage>> Storages;
  for (const char *File : llvm::ArrayRef(Argv + 2, Argc - 2))
    if (std::unique_ptr<PackStorage> Storage = readPackFile(File, Errors)) {
      checkFileName(*Storage, Errors);
      Storages.push_back(std::move(Storage));
    }
  for (const PackError &Error : Errors)
    llvm::errs() << Error.render() << '\n';
  if (!Errors.empty())
    return 1;

  std::vector<const Pack *> Packs;
  Packs.reserve(Storages.size());
  for (const auto &Storage : Storages)
    Packs.push_back(&Storage->P);
  llvm::sort(Packs,
             [](const Pack *L, const Pack *R) { return L->Name < R->Name; });
  std::error_code Code;
  llvm::raw_fd_ostream OS(Argv[1], Code);
  if (!Code)
    writeTables(Packs, OS);
  OS.close();
  if (Code || OS.has_error()) {
    OS.clear_error();
    llvm::errs() << Argv[1] << ": error: can't be written\n";
    return 2;
  }
  return 0;
}
