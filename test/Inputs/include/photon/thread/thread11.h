// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef PHOTON_THREAD_THREAD11_H
#define PHOTON_THREAD_THREAD11_H
#include <photon/thread/thread.h>
#include <type_traits>

namespace photon {

template <typename F, typename... Args>
thread *thread_create11(F &&Work, Args &&...Values) {
  return nullptr;
}
template <typename F, typename... Args>
  requires std::is_class_v<std::decay_t<F>>
thread *thread_create11(uint64_t StackSize, F &&Work, Args &&...Values) {
  return nullptr;
}

} // namespace photon
#endif
