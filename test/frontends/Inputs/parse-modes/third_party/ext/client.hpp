// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#ifdef EXT_SYNC
#define EXT_IS_SYNC
#endif
