// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <memory>
#include <utility>

#define EXT_FACTORY_VERSION 1

namespace ext {

inline void pause(int) {}

template <typename T, typename... Args> std::unique_ptr<T> make(Args &&...args) {
  return std::unique_ptr<T>(new T(std::forward<Args>(args)...));
}

} // namespace ext
