//===-- ConnectionPerRequestCheck.h - async-connection-per-request --------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_CHECKS_CONNECTIONPERREQUESTCHECK_H
#define ASYNC_TIDY_CHECKS_CONNECTIONPERREQUESTCHECK_H

#include "checks/AsyncTidyCheck.h"

namespace asynctidy {

/// A connection or client built anew in every request: in a handler, or in what
/// only handlers call.
///
/// For the user-facing documentation see
/// docs/checks/async-connection-per-request.md.
class ConnectionPerRequestCheck : public AsyncTidyCheck {
public:
  using AsyncTidyCheck::AsyncTidyCheck;
  void checkProgram(const ProgramView &View) override;

private:
  void noteChain(const ProgramView &View, const program::RequestPath &Path);
  void noteReason(const ProgramView &View, const program::RequestPath &Path);
};

} // namespace asynctidy

#endif // ASYNC_TIDY_CHECKS_CONNECTIONPERREQUESTCHECK_H
