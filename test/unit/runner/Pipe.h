//===-- Pipe.h - For processes of one test to meet at -----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_TEST_UNIT_RUNNER_PIPE_H
#define ASYNC_TIDY_TEST_UNIT_RUNNER_PIPE_H

#include "lib/runner/Descriptor.h"
#include "gtest/gtest.h"
#include <cerrno>
#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

namespace asynctidy::test {

class Pipe {
public:
  Pipe() {
    int Ends[2] = {-1, -1};
    EXPECT_EQ(pipe2(Ends, O_CLOEXEC), 0);
    Read.reset(Ends[0]);
    Write.reset(Ends[1]);
  }

  /// Puts one byte in.
  void put() const { EXPECT_EQ(write(Write.get(), "x", 1), 1); }
  /// Waits for a byte; 0 when none can come any more.
  int get() const {
    char Byte;
    ssize_t N;
    do
      N = read(Read.get(), &Byte, 1);
    while (N < 0 && errno == EINTR);
    return static_cast<int>(N);
  }

  void closeWrite() { Write.reset(); }
  /// Have all who could write gone?
  bool closedWithin(double Seconds) const {
    pollfd End = {Read.get(), POLLIN, 0};
    return poll(&End, 1, static_cast<int>(Seconds * 1000)) == 1 && get() == 0;
  }

private:
  runner::Descriptor Read, Write;
};

} // namespace asynctidy::test

#endif // ASYNC_TIDY_TEST_UNIT_RUNNER_PIPE_H
