// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef TAO_PQ_CONNECTION_POOL_HPP
#define TAO_PQ_CONNECTION_POOL_HPP
#include <tao/pq.hpp>
#endif
