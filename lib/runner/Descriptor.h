//===-- Descriptor.h - A file descriptor that closes itself -----*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_LIB_RUNNER_DESCRIPTOR_H
#define ASYNC_TIDY_LIB_RUNNER_DESCRIPTOR_H

#include <unistd.h>

namespace asynctidy::runner {

/// A descriptor that closes itself; -1 for none.
class Descriptor {
public:
  explicit Descriptor(int FD = -1) : FD(FD) {}
  Descriptor(const Descriptor &) = delete;
  Descriptor &operator=(const Descriptor &) = delete;
  ~Descriptor() { reset(); }

  void reset(int New = -1) {
    if (FD >= 0)
      close(FD);
    FD = New;
  }
  int get() const { return FD; }

private:
  int FD;
};

} // namespace asynctidy::runner

#endif // ASYNC_TIDY_LIB_RUNNER_DESCRIPTOR_H
