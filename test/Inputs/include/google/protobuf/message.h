// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef GOOGLE_PROTOBUF_MESSAGE_H__
#define GOOGLE_PROTOBUF_MESSAGE_H__
#include <istream>
#include <string>
namespace google {
namespace protobuf {

class Message;
class FieldDescriptor;
class Descriptor {
public:
  const FieldDescriptor *FindFieldByName(const std::string &name) const;
};

class Reflection {
public:
  bool HasField(const Message &message, const FieldDescriptor *field) const;
};

namespace io {
class CodedInputStream;
class ZeroCopyInputStream;
} // namespace io

class MessageLite {
public:
  virtual ~MessageLite() = default;
  virtual void Clear() = 0;
  virtual void CheckTypeAndMergeFrom(const MessageLite &other) = 0;
  bool ParseFromString(const std::string &data);
  bool ParsePartialFromString(const std::string &data);
  bool ParseFromArray(const void *data, int size);
  bool ParseFromIstream(std::istream *input);
  bool MergeFromString(const std::string &data);
  bool MergeFromCodedStream(io::CodedInputStream *input);
  bool MergePartialFromCodedStream(io::CodedInputStream *input);
  bool MergeFromBoundedZeroCopyStream(io::ZeroCopyInputStream *input, int size);
  bool MergePartialFromBoundedZeroCopyStream(io::ZeroCopyInputStream *input,
                                             int size);
  std::string SerializeAsString() const;
};

class Message : public MessageLite {
public:
  virtual void CopyFrom(const Message &from);
  virtual void MergeFrom(const Message &from);
  void CheckTypeAndMergeFrom(const MessageLite &other) override;
  const Descriptor *GetDescriptor() const;
  const Reflection *GetReflection() const;
};

} // namespace protobuf
} // namespace google
#endif
