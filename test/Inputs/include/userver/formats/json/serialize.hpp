// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef USERVER_FORMATS_JSON_SERIALIZE_HPP
#define USERVER_FORMATS_JSON_SERIALIZE_HPP
#include <istream>
#include <string>
#include <string_view>
#include <userver/formats/json/value.hpp>
namespace userver::formats::json {
Value FromString(std::string_view Text);
Value FromStream(std::istream &In);
std::string ToString(const Value &Json);
} // namespace userver::formats::json
#endif
