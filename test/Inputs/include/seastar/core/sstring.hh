// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SEASTAR_CORE_SSTRING_HH
#define SEASTAR_CORE_SSTRING_HH
#include <string>

namespace seastar {

class sstring : public std::string {
public:
  sstring();
  sstring(const char *Text);
};

} // namespace seastar

template <> struct std::hash<seastar::sstring> : std::hash<std::string> {};
#endif
