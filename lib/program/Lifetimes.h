//===-- Lifetimes.h - What a program never ends -----------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_LIB_PROGRAM_LIFETIMES_H
#define ASYNC_TIDY_LIB_PROGRAM_LIFETIMES_H

#include "lib/program/Placement.h"
#include "lib/program/Releases.h"

namespace asynctidy::program {

/// A handle that is opened and released nowhere in the program.
struct OpenHandle {
  const HandleFact *Handle = nullptr;
  /// Start-up code opens it.
  bool AtStartup = false;
  /// Then: where the code is that runs at shutdown; empty when there is none.
  Place Shutdown;
};

/// A program that serves until it is killed: it runs a loop, accepts
/// connections, and nothing tells it to end.
struct EndlessService {
  const EventFact *Runs = nullptr;
  const EventFact *Accepts = nullptr;
};

/// The handles that are released nowhere in their program, one for each place.
/// Whatever may release one counts; and of one that units may know of which
/// aren't there, nothing is said. Pointers are into \p P.
std::vector<OpenHandle> findOpenHandles(const Program &P,
                                        const Placements &Where,
                                        const Programs &Of,
                                        const Releases &Ends);

/// The programs of \p P that can't be told to end, one for each `main`, and one
/// for each place. Pointers are into \p P.
std::vector<EndlessService> findEndlessServices(const Program &P,
                                                const Programs &Of);

} // namespace asynctidy::program

#endif // ASYNC_TIDY_LIB_PROGRAM_LIFETIMES_H
