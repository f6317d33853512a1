// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef YLT_STRUCT_JSON_JSON_READER_H
#define YLT_STRUCT_JSON_JSON_READER_H
#include <iguana/json_reader.hpp>
namespace struct_json = iguana;
#endif
