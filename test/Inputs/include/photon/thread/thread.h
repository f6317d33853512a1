// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef PHOTON_THREAD_THREAD_H
#define PHOTON_THREAD_THREAD_H
#include <cstdint>

namespace photon {

struct thread;
struct join_handle;
using thread_entry = void *(*)(void *);

thread *thread_create(thread_entry Start, void *Argument,
                      uint64_t StackSize = 8 * 1024 * 1024,
                      uint32_t ReservedSpace = 0, uint64_t Flags = 0);
join_handle *thread_enable_join(thread *Thread, bool Flag = true);
void *thread_join(join_handle *Handle);
int thread_yield();
int thread_usleep(uint64_t Microseconds);
int thread_sleep(uint64_t Seconds);

class mutex {
public:
  int lock();
  void unlock();
};

} // namespace photon
#endif
