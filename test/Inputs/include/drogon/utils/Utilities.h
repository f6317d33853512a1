// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef DROGON_UTILS_UTILITIES_H
#define DROGON_UTILS_UTILITIES_H
#include <cstddef>
#include <string>
#include <unordered_map>

namespace drogon {

namespace internal {
struct SafeStringHash {
  size_t operator()(const std::string &Text) const;
};
} // namespace internal

template <typename T>
using SafeStringMap =
    std::unordered_map<std::string, T, internal::SafeStringHash>;

namespace utils {
template <typename T> T fromString(const std::string &Text) noexcept(false);
} // namespace utils

} // namespace drogon
#endif
