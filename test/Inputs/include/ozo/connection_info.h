// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef OZO_CONNECTION_INFO_H
#define OZO_CONNECTION_INFO_H
#include <ozo/connection_pool.h>
#endif
