//===-- UncheckedRequestBodyCheck.h - async-unchecked-request-body *- C++
//-*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_CHECKS_UNCHECKEDREQUESTBODYCHECK_H
#define ASYNC_TIDY_CHECKS_UNCHECKEDREQUESTBODYCHECK_H

#include "checks/UncheckedUses.h"

namespace asynctidy {

/// Flags data of requests that is used before anybody looked whether it is
/// there and can be read.
///
/// For the user-facing documentation see
/// docs/checks/async-unchecked-request-body.md.
class UncheckedRequestBodyCheck : public UncheckedUses {
public:
  using UncheckedUses::UncheckedUses;

protected:
  Wording wordingOf(const program::UseFact &Use) const override;
  llvm::StringRef origin() const override { return "'%0' is made here"; }
};

} // namespace asynctidy

#endif // ASYNC_TIDY_CHECKS_UNCHECKEDREQUESTBODYCHECK_H
