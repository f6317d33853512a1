//===-- Codec.h - Facts as bytes and as JSON --------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Both forms follow from \c visit and \c visitKinds alone; what they share is
/// in CodecTraits.h. Equal facts give equal bytes. Whatever is decoded can be
/// trusted: no index in it points outside its table.
///
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_LIB_PROGRAM_CODEC_H
#define ASYNC_TIDY_LIB_PROGRAM_CODEC_H

#include "lib/program/UnitFacts.h"
#include "lib/program/UnitRecord.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/raw_ostream.h"
#include <optional>

namespace asynctidy::program {

/// Gives the bytes of each kind that the unit has something of.
void encodeKinds(
    const UnitFacts &Facts,
    llvm::function_ref<void(llvm::StringRef Kind, llvm::StringRef Data)> Put);

/// Sets one kind of \p Facts. What \c encodeKinds didn't write is an error.
/// Call \c validate when all kinds are there.
llvm::Error decodeKind(UnitFacts &Facts, llvm::StringRef Kind,
                       llvm::StringRef Data);

/// One JSON object, an element of a kind in each line. What has its default
/// value is left out, as is \p Record when there is nothing in it. Bytes that
/// are no UTF-8 are replaced.
void writeFacts(const UnitFacts &Facts, llvm::raw_ostream &OS,
                const UnitRecord *Record = nullptr);

/// Reads and validates what \c writeFacts wrote. Errors name the file and every
/// mistake in it. \p Record gets what is in the file, its unit as well.
llvm::Expected<UnitFacts> readFacts(llvm::StringRef Text,
                                    llvm::StringRef FileName,
                                    UnitRecord *Record = nullptr);

/// The unit that a file of facts of any version is about. None when the text is
/// something else.
std::optional<std::string> factsUnit(llvm::StringRef Text);

/// An error for each index that is outside its table, or missing where there
/// has to be one.
llvm::Error validate(const UnitFacts &Facts);

} // namespace asynctidy::program

#endif // ASYNC_TIDY_LIB_PROGRAM_CODEC_H
