// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef GOOGLE_PROTOBUF_UTIL_JSON_UTIL_H__
#define GOOGLE_PROTOBUF_UTIL_JSON_UTIL_H__
#include <google/protobuf/message.h>
#include <string>
#include <string_view>
namespace google {
namespace protobuf {
namespace util {
namespace status_internal {
class Status {
public:
  Status();
  bool ok() const;
  std::string ToString() const;
};
} // namespace status_internal
using status_internal::Status;

struct JsonParseOptions {
  bool ignore_unknown_fields = false;
  bool case_insensitive_enum_parsing = false;
};
struct JsonPrintOptions {
  bool add_whitespace = false;
};

Status MessageToJsonString(const Message &message, std::string *output,
                           const JsonPrintOptions &options);
Status MessageToJsonString(const Message &message, std::string *output);
Status JsonStringToMessage(std::string_view input, Message *message,
                           const JsonParseOptions &options);
Status JsonStringToMessage(std::string_view input, Message *message);
} // namespace util
} // namespace protobuf
} // namespace google
#endif
