// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef USERVER_FORMATS_JSON_VALUE_BUILDER_HPP
#define USERVER_FORMATS_JSON_VALUE_BUILDER_HPP
#include <string>
#include <userver/formats/json/value.hpp>
namespace userver::formats::json {
class ValueBuilder final {
public:
  ValueBuilder();
  template <typename T> ValueBuilder(T &&) {}
  ValueBuilder operator[](std::string Key);
  template <typename T> ValueBuilder &operator=(T &&) { return *this; }
  Value ExtractValue();
};
} // namespace userver::formats::json
#endif
