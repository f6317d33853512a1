//===-- Programs.h - The programs among the units ---------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_LIB_PROGRAM_PROGRAMS_H
#define ASYNC_TIDY_LIB_PROGRAM_PROGRAMS_H

#include "lib/program/RunGraph.h"
#include "llvm/ADT/BitVector.h"

namespace asynctidy::program {

/// The programs that one compilation database builds: each `main` with what it
/// makes run.
class Programs {
public:
  /// \p Graph must outlive it.
  explicit Programs(const RunGraph &Graph);

  /// Each `main`, in the order of files.
  llvm::ArrayRef<FunctionId> mains() const { return Mains; }
  /// The nodes that run in the program of \p Main: what it leads to, and what
  /// its own file has. What its headers have may be there for other programs.
  llvm::BitVector runs(FunctionId Main) const;

  /// Where something is said: in a function, or, when that is None, before
  /// main, in a file.
  struct Site {
    SymbolId By = None;
    FileId File = None;
  };
  template <typename T> static Site siteOf(const T &Fact) {
    return {Fact.By, Fact.At.File};
  }
  /// Can these be in one program? Not when one `main` alone leads to each of
  /// them, and it isn't the same. What runs before main is where the functions
  /// of its file are.
  bool mayMeet(Site A, Site B) const;

private:
  /// Visits what runs in the program of \p Main; \p Enter says whether a node
  /// is gone on from.
  template <typename Fn> void visit(FunctionId Main, Fn Enter) const;

  const RunGraph &Graph;
  const Program &P;
  std::vector<FunctionId> Mains;
  /// For each node: the index of the only main that leads to it, Many, or None.
  static constexpr uint32_t Many = None - 1;
  std::vector<uint32_t> Only;
  /// The same for all functions of a file; none where no main leads to any.
  llvm::DenseMap<FileId, uint32_t> OfFile;
  llvm::SmallVector<uint32_t, 2> programsOf(Site S) const;
};

} // namespace asynctidy::program

#endif // ASYNC_TIDY_LIB_PROGRAM_PROGRAMS_H
