// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef USERVER_FORMATS_JSON_HPP
#define USERVER_FORMATS_JSON_HPP
#include <userver/formats/json/serialize.hpp>
#include <userver/formats/json/value.hpp>
#include <userver/formats/json/value_builder.hpp>
#endif
