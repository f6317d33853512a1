// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef BLOCKING_HELPERS_H
#define BLOCKING_HELPERS_H
#include <fstream>

inline void helper_from_a_header() { std::ofstream Out("log"); }
#endif
