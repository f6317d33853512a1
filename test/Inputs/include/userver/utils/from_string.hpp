// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef USERVER_UTILS_FROM_STRING_HPP
#define USERVER_UTILS_FROM_STRING_HPP
#include <string>
#include <string_view>
#include <type_traits>

namespace userver::utils {

template <typename T>
std::enable_if_t<std::is_arithmetic_v<T>, T> FromString(std::string_view Text);
template <typename T>
std::enable_if_t<std::is_arithmetic_v<T>, T>
FromString(const std::string &Text);
template <typename T>
std::enable_if_t<std::is_arithmetic_v<T>, T> FromString(const char *Text);

} // namespace userver::utils
#endif
