// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef PHOTON_IO_SIGNAL_H
#define PHOTON_IO_SIGNAL_H

namespace photon {

int sync_signal_init();
using sighandler_t = void (*)(int);
sighandler_t sync_signal(int signum, sighandler_t handler);

} // namespace photon
#endif
