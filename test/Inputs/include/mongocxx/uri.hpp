// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef MONGOCXX_URI_HPP
#define MONGOCXX_URI_HPP
#include <mongocxx/client.hpp>
#endif
