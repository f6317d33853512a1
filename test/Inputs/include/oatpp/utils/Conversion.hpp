// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef OATPP_UTILS_CONVERSION_HPP
#define OATPP_UTILS_CONVERSION_HPP
#include <oatpp/Types.hpp>

namespace oatpp::utils {

class Conversion {
public:
  static v_int32 strToInt32(const char *Text);
  static v_int32 strToInt32(const String &Text, bool &Success);
  static v_uint32 strToUInt32(const char *Text);
  static v_uint32 strToUInt32(const String &Text, bool &Success);
  static v_int64 strToInt64(const char *Text);
  static v_int64 strToInt64(const String &Text, bool &Success);
  static v_uint64 strToUInt64(const char *Text);
  static v_uint64 strToUInt64(const String &Text, bool &Success);
  static v_float32 strToFloat32(const char *Text);
  static v_float32 strToFloat32(const String &Text, bool &Success);
  static v_float64 strToFloat64(const char *Text);
  static v_float64 strToFloat64(const String &Text, bool &Success);
  static bool strToBool(const String &Text, bool &Success);
};

} // namespace oatpp::utils
#endif
