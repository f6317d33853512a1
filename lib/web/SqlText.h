//===-- SqlText.h - What a text of SQL changes ------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_LIB_WEB_SQLTEXT_H
#define ASYNC_TIDY_LIB_WEB_SQLTEXT_H

#include "llvm/ADT/StringRef.h"
#include <optional>
#include <string>
#include <vector>

namespace asynctidy {

/// One `?`, `$1`, `:name`, `@name`, `{}` or `%s` of an UPDATE.
struct SqlParameter {
  /// Which of the values that are given it stands for, from 0 on.
  unsigned Index = 0;
  /// The column that gets the value as it is; empty where the value is only
  /// looked at, or stands inside of an expression such as `COALESCE(?, name)`.
  std::string Column;
  /// Of `:name`, `@name`; empty for others.
  std::string Name;
};

/// The parameters of `UPDATE ... SET ...`; none for a text that is none.
std::optional<std::vector<SqlParameter>> updateParameters(llvm::StringRef Sql);

} // namespace asynctidy

#endif // ASYNC_TIDY_LIB_WEB_SQLTEXT_H
