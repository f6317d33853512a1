// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SEASTAR_CORE_COROUTINE_HH
#define SEASTAR_CORE_COROUTINE_HH
#include <seastar/core/future.hh>
#endif
