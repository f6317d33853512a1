// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef GOOGLE_PROTOBUF_UTIL_FIELD_MASK_UTIL_H__
#define GOOGLE_PROTOBUF_UTIL_FIELD_MASK_UTIL_H__
#include <google/protobuf/message.h>
#include <string_view>
namespace google {
namespace protobuf {
class FieldMask {};
namespace util {
class FieldMaskUtil {
public:
  class MergeOptions {};
  static void FromString(std::string_view text, FieldMask *out);
  static void MergeMessageTo(const Message &source, const FieldMask &mask,
                             const MergeOptions &options, Message *destination);
};
} // namespace util
} // namespace protobuf
} // namespace google
#endif
