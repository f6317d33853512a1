//===-- Report.cpp - Findings of all units in one list --------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/report/Report.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/xxhash.h"
#include <tuple>

namespace asynctidy::report {
namespace {

/// One space for each run of white space, none at the ends: a finding survives
/// a change of indentation.
std::string foldSpaces(llvm::StringRef Text) {
  llvm::SmallVector<llvm::StringRef> Words;
  llvm::SplitString(Text, Words);
  return llvm::join(Words, " ");
}

/// Numbers in a message count things that a small change may move.
std::string foldNumbers(llvm::StringRef Text) {
  std::string Result;
  for (char C : Text) {
    if (!llvm::isDigit(C))
      Result += C;
    else if (Result.empty() || Result.back() != '#')
      Result += '#';
  }
  return Result;
}

/// The note that ends a strict finding.
bool saysLevel(const Note &N) {
  return llvm::StringRef(N.Message).starts_with("level strict: ");
}

void addFingerprints(Report &R, Sources &Files) {
  llvm::StringMap<unsigned> Seen;
  for (Finding &F : R.Findings) {
    std::string Key = F.Check + '\0' + F.At.File + '\0' +
                      foldNumbers(F.Message) + '\0' +
                      foldSpaces(Files.line(F.At.File, F.At.Line)) + '\0';
    // Equal lines of a file are told apart by their order.
    unsigned Occurrence = Seen[Key]++;
    Key += llvm::utostr(Occurrence);
    F.Fingerprint = llvm::utohexstr(llvm::xxh3_64bits(Key), /*LowerCase=*/true,
                                    /*Width=*/16);
  }
}

} // namespace

void finish(Report &R, Sources &Files) {
  llvm::sort(R.Findings);
  auto SamePlace = [](const Finding &A, const Finding &B) {
    return std::tie(A.At, A.Check, A.Message) ==
           std::tie(B.At, B.Check, B.Message);
  };
  R.Findings.erase(llvm::unique(R.Findings, SamePlace), R.Findings.end());
  addFingerprints(R, Files);
  llvm::sort(R.Failures);
}

const Fix *fixOf(const Finding &F, bool Unsafe) {
  for (Safety Kind : {Safety::Safe, Safety::Unsafe}) {
    if (Kind == Safety::Unsafe && !Unsafe)
      break;
    for (const Fix &Each : F.Fixes)
      if (Each.Kind == Kind && !Each.Edits.empty())
        return &Each;
  }
  return nullptr;
}

unsigned countFixable(const Report &R, Safety Kind) {
  return llvm::count_if(R.Findings, [&](const Finding &F) {
    const Fix *Applied = fixOf(F, /*Unsafe=*/true);
    return Applied && Applied->Kind == Kind;
  });
}

bool besides(const Finding &F, const Note &N) {
  return N.At == F.At || N.At.Line == 0;
}

const Note *cure(const Finding &F) {
  // Checks give it last, at the reported place; a remark on the level may
  // follow.
  for (const Note &N : llvm::reverse(F.Notes))
    if (!saysLevel(N))
      return besides(F, N) ? &N : nullptr;
  return nullptr;
}

bool isStep(const Note &N) { return N.At.Line != 0 && !saysLevel(N); }

unsigned countFiles(const Report &R) {
  llvm::StringSet<> Names;
  for (const Finding &F : R.Findings)
    Names.insert(F.At.File);
  return Names.size();
}

} // namespace asynctidy::report
