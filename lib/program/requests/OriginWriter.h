//===-- OriginWriter.h - Origins of values as facts -------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_LIB_PROGRAM_REQUESTS_ORIGINWRITER_H
#define ASYNC_TIDY_LIB_PROGRAM_REQUESTS_ORIGINWRITER_H

#include "lib/program/Symbols.h"
#include "lib/program/UnitFacts.h"
#include "lib/web/Values.h"

namespace asynctidy::program {

/// Says where values of one function come from in facts.
class OriginWriter {
public:
  OriginWriter(const Values &Origins, SymbolTable &Names)
      : Origins(Origins), Names(Names) {}

  OriginFact fact(const ValueOrigin &From) const;
  /// Has it members, and can each of them say that it wasn't sent?
  bool isPartial(const clang::CXXRecordDecl *Class) const;
  /// As the source has it; empty for what takes several lines.
  std::string text(const clang::Expr *E) const;

private:
  std::string absent(const ValueOrigin &From) const;
  bool canSay(const clang::NamedDecl *Member) const;

  const Values &Origins;
  SymbolTable &Names;
};

/// Has the value to do with a request, and can it be one that wasn't sent?
bool isOpen(const ValueOrigin &From);

} // namespace asynctidy::program

#endif // ASYNC_TIDY_LIB_PROGRAM_REQUESTS_ORIGINWRITER_H
