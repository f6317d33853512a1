//===-- HeldSignals.cpp - Signals that ask to end, held back --------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/runner/HeldSignals.h"
#include <cerrno>
#include <initializer_list>
#include <sys/signalfd.h>

namespace asynctidy::runner {

HeldSignals::HeldSignals() {
  // Ended children that are ignored can't be asked how they ended. Whoever
  // started this process may have left it so.
  struct sigaction Default = {};
  Default.sa_handler = SIG_DFL;
  sigaction(SIGCHLD, nullptr, &FormerOfChildren);
  if (FormerOfChildren.sa_handler == SIG_IGN)
    sigaction(SIGCHLD, &Default, nullptr);

  pthread_sigmask(SIG_BLOCK, nullptr, &Former);
  sigset_t Held;
  sigemptyset(&Held);
  for (int Signal : {SIGINT, SIGTERM, SIGHUP}) {
    struct sigaction Now;
    // An ignored one that is blocked would arrive all the same.
    if (sigaction(Signal, nullptr, &Now) == 0 && Now.sa_handler != SIG_IGN &&
        !sigismember(&Former, Signal))
      sigaddset(&Held, Signal);
  }
  Arrived.reset(signalfd(-1, &Held, SFD_NONBLOCK | SFD_CLOEXEC));
  // Without it they do what they did before; the children end with this
  // process.
  if (Arrived.get() >= 0)
    pthread_sigmask(SIG_BLOCK, &Held, nullptr);
}

HeldSignals::~HeldSignals() {
  // Whoever took one is about to end; a second Ctrl-C changes nothing.
  while (Taken && take())
    ;
  pthread_sigmask(SIG_SETMASK, &Former, nullptr);
  if (FormerOfChildren.sa_handler == SIG_IGN)
    sigaction(SIGCHLD, &FormerOfChildren, nullptr);
}

int HeldSignals::take() {
  signalfd_siginfo Info;
  ssize_t N;
  do
    N = read(Arrived.get(), &Info, sizeof(Info));
  while (N < 0 && errno == EINTR);
  if (N != ssize_t(sizeof(Info)))
    return 0;
  Taken = true;
  return static_cast<int>(Info.ssi_signo);
}

void HeldSignals::releaseInChild() {
  Arrived.reset();
  pthread_sigmask(SIG_SETMASK, &Former, nullptr);
}

} // namespace asynctidy::runner
