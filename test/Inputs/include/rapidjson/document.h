// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef RAPIDJSON_DOCUMENT_H_
#define RAPIDJSON_DOCUMENT_H_
#include <cstddef>
#include <cstdint>
#include <string>

namespace rapidjson {

using SizeType = unsigned;
enum Type {
  kNullType,
  kFalseType,
  kTrueType,
  kObjectType,
  kArrayType,
  kStringType,
  kNumberType
};
enum ParseErrorCode { kParseErrorNone = 0, kParseErrorDocumentEmpty };

template <typename CharType = char> struct UTF8 {
  using Ch = CharType;
};
template <typename BaseAllocator = void> class MemoryPoolAllocator {};

struct ParseResult {
  ParseErrorCode Code() const;
  std::size_t Offset() const;
  operator bool() const;
  bool IsError() const;
};

template <typename CharType> struct GenericStringRef {
  template <SizeType N> GenericStringRef(const CharType (&text)[N]);
};

template <typename Encoding, typename Allocator> class GenericValue;

template <typename Encoding, typename Allocator> struct GenericMember {
  GenericValue<Encoding, Allocator> name;
  GenericValue<Encoding, Allocator> value;
};

template <typename ValueT> class GenericArray {
public:
  ValueT &operator[](SizeType index) const;
  ValueT *begin() const;
  ValueT *end() const;
  SizeType Size() const;
};

template <bool Const, typename ValueT> class GenericObject {
public:
  template <typename T> ValueT &operator[](T *name) const;
  ValueT &operator[](const std::string &name) const;
  bool HasMember(const char *name) const;
  bool HasMember(const std::string &name) const;
  typename ValueT::MemberIterator FindMember(const char *name) const;
  typename ValueT::MemberIterator MemberBegin() const;
  typename ValueT::MemberIterator MemberEnd() const;
};

template <typename Encoding, typename Allocator = MemoryPoolAllocator<>>
class GenericValue {
public:
  using Ch = typename Encoding::Ch;
  using AllocatorType = Allocator;
  using ValueType = GenericValue;
  using Member = GenericMember<Encoding, Allocator>;
  using MemberIterator = Member *;
  using ConstMemberIterator = const Member *;
  using StringRefType = GenericStringRef<Ch>;
  using Array = GenericArray<GenericValue>;
  using Object = GenericObject<false, GenericValue>;
  using ConstObject = GenericObject<true, const GenericValue>;

  GenericValue() noexcept;
  GenericValue(GenericValue &&other) noexcept;
  explicit GenericValue(Type type) noexcept;
  explicit GenericValue(int value) noexcept;
  GenericValue(StringRefType text) noexcept;
  GenericValue(const Ch *text, Allocator &allocator);
  GenericValue(const std::string &text, Allocator &allocator);
  GenericValue &operator=(GenericValue &&other) noexcept;

  Type GetType() const;
  bool IsNull() const;
  bool IsFalse() const;
  bool IsTrue() const;
  bool IsBool() const;
  bool IsObject() const;
  bool IsArray() const;
  bool IsNumber() const;
  bool IsInt() const;
  bool IsUint() const;
  bool IsInt64() const;
  bool IsUint64() const;
  bool IsDouble() const;
  bool IsLosslessDouble() const;
  bool IsFloat() const;
  bool IsLosslessFloat() const;
  bool IsString() const;
  template <typename T> bool Is() const;

  bool GetBool() const;
  int GetInt() const;
  unsigned GetUint() const;
  std::int64_t GetInt64() const;
  std::uint64_t GetUint64() const;
  double GetDouble() const;
  float GetFloat() const;
  const Ch *GetString() const;
  SizeType GetStringLength() const;
  Array GetArray();
  Object GetObject();
  ConstObject GetObject() const;
  template <typename T> T Get() const;

  template <typename T> GenericValue &operator[](T *name);
  template <typename T> const GenericValue &operator[](T *name) const;
  GenericValue &operator[](const std::string &name);
  const GenericValue &operator[](const std::string &name) const;
  GenericValue &operator[](SizeType index);
  const GenericValue &operator[](SizeType index) const;
  bool HasMember(const Ch *name) const;
  bool HasMember(const std::string &name) const;
  MemberIterator FindMember(const Ch *name);
  ConstMemberIterator FindMember(const Ch *name) const;
  MemberIterator FindMember(const std::string &name);
  ConstMemberIterator FindMember(const std::string &name) const;
  MemberIterator MemberBegin();
  ConstMemberIterator MemberBegin() const;
  MemberIterator MemberEnd();
  ConstMemberIterator MemberEnd() const;
  SizeType MemberCount() const;
  bool ObjectEmpty() const;
  SizeType Size() const;
  bool Empty() const;
  GenericValue &SetObject();
  GenericValue &AddMember(StringRefType name, GenericValue &value,
                          Allocator &allocator);
  GenericValue &AddMember(StringRefType name, int value, Allocator &allocator);
};

template <typename Encoding, typename Allocator = MemoryPoolAllocator<>>
class GenericDocument : public GenericValue<Encoding, Allocator> {
public:
  using Ch = typename Encoding::Ch;

  explicit GenericDocument(Allocator *allocator = nullptr);
  GenericDocument &Parse(const Ch *text);
  GenericDocument &Parse(const Ch *text, std::size_t length);
  GenericDocument &Parse(const std::string &text);
  template <unsigned Flags> GenericDocument &Parse(const Ch *text);
  GenericDocument &ParseInsitu(Ch *text);
  template <typename InputStream> GenericDocument &ParseStream(InputStream &in);
  bool HasParseError() const;
  ParseErrorCode GetParseError() const;
  std::size_t GetErrorOffset() const;
  operator ParseResult() const;
  Allocator &GetAllocator();
};

using Value = GenericValue<UTF8<>>;
using Document = GenericDocument<UTF8<>>;

} // namespace rapidjson
#endif
