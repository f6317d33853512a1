//===-- ResultReader.h - What look-ups and parsers give ---------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_LIB_PROGRAM_REQUESTS_RESULTREADER_H
#define ASYNC_TIDY_LIB_PROGRAM_REQUESTS_RESULTREADER_H

#include "lib/program/requests/OriginWriter.h"
#include <optional>

namespace asynctidy::program {

/// What a call gives, and what may be wrong with it.
struct UsedResult {
  UseFact::Kind What;
  std::string Name;
  ValueOrigin From;
  /// An iterator: what it is compared with, `users.end()`.
  std::string End;
};

/// Says of calls in one function whether they may give nothing: parsers of
/// bodies, queries, look-ups of the project's own.
class ResultReader {
public:
  ResultReader(const Values &Origins, const OriginWriter &Say)
      : Origins(Origins), Say(Say) {}

  std::optional<UsedResult> of(const clang::Expr *E) const;

  /// The call that says what is asked for: `exec(sql, id)` of
  /// `exec(sql, id).one_row()`, or the one that fills a result.
  catalog::CallView askedBy(const catalog::CallView &View) const;

private:
  std::optional<UsedResult> lookup(const catalog::CallView &View,
                                   const clang::Expr *E) const;
  std::optional<UsedResult> unparsed(const catalog::CallView &View,
                                     const clang::Expr *E,
                                     const catalog::ReadUse &Use) const;

  const Values &Origins;
  const OriginWriter &Say;
};

/// Has the call an argument that isn't known before?
bool asksForSomething(const catalog::CallView &View);
/// Has it a text of SQL?
bool hasSql(const catalog::CallView &View);
/// `SELECT ... WHERE` and `UPDATE ... WHERE ... RETURNING` may find nothing;
/// `COUNT(*)` always does without groups.
bool mayFindNothing(const catalog::CallView &View);
/// May \p Rows have none, asked for by \p Asked? A library's own criteria may
/// always match nothing.
bool mayHaveNoRows(const catalog::ReadUse &Rows,
                   const catalog::CallView &Asked);

bool isIterator(clang::QualType T);

} // namespace asynctidy::program

#endif // ASYNC_TIDY_LIB_PROGRAM_REQUESTS_RESULTREADER_H
