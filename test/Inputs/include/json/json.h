// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef JSON_JSON_H_INCLUDED
#define JSON_JSON_H_INCLUDED
#include <cstdint>
#include <istream>
#include <memory>
#include <ostream>
#include <string>
#include <vector>

#define JSONCPP_STRING Json::String

namespace Json {

using String = std::string;
using IStream = std::istream;
using OStream = std::ostream;
using Int = int;
using UInt = unsigned int;
using Int64 = std::int64_t;
using UInt64 = std::uint64_t;
using LargestInt = Int64;
using LargestUInt = UInt64;
using ArrayIndex = unsigned int;

enum ValueType {
  nullValue = 0,
  intValue,
  uintValue,
  realValue,
  stringValue,
  booleanValue,
  arrayValue,
  objectValue
};

class StaticString {
public:
  explicit StaticString(const char *text);
};

class Value;

class ValueConstIterator {
public:
  const Value &operator*() const;
  const Value *operator->() const;
  ValueConstIterator &operator++();
  bool operator==(const ValueConstIterator &other) const;
  bool operator!=(const ValueConstIterator &other) const;
  String name() const;
  Value key() const;
};

class Value {
public:
  using Members = std::vector<String>;
  using const_iterator = ValueConstIterator;
  using Int = Json::Int;
  using UInt = Json::UInt;
  using Int64 = Json::Int64;
  using UInt64 = Json::UInt64;

  Value(ValueType type = nullValue);
  Value(Int value);
  Value(UInt value);
  Value(Int64 value);
  Value(UInt64 value);
  Value(double value);
  Value(const char *value);
  Value(const char *begin, const char *end);
  Value(const StaticString &value);
  Value(const String &value);
  Value(bool value);
  Value(const Value &other);
  Value(Value &&other) noexcept;
  ~Value();
  Value &operator=(const Value &other);
  Value &operator=(Value &&other) noexcept;

  ValueType type() const;
  bool operator==(const Value &other) const;
  bool operator!=(const Value &other) const;

  const char *asCString() const;
  String asString() const;
  bool getString(const char **begin, const char **end) const;
  Int asInt() const;
  UInt asUInt() const;
  Int64 asInt64() const;
  UInt64 asUInt64() const;
  LargestInt asLargestInt() const;
  LargestUInt asLargestUInt() const;
  float asFloat() const;
  double asDouble() const;
  bool asBool() const;
  template <typename T> T as() const;

  bool isNull() const;
  bool isBool() const;
  bool isInt() const;
  bool isInt64() const;
  bool isUInt() const;
  bool isUInt64() const;
  bool isIntegral() const;
  bool isDouble() const;
  bool isNumeric() const;
  bool isString() const;
  bool isArray() const;
  bool isObject() const;
  template <typename T> bool is() const;
  ArrayIndex size() const;
  bool empty() const;
  explicit operator bool() const;
  void clear();

  Value &operator[](ArrayIndex index);
  Value &operator[](int index);
  const Value &operator[](ArrayIndex index) const;
  const Value &operator[](int index) const;
  Value &operator[](const char *key);
  const Value &operator[](const char *key) const;
  Value &operator[](const String &key);
  const Value &operator[](const String &key) const;
  Value &operator[](const StaticString &key);
  Value get(ArrayIndex index, const Value &fallback) const;
  Value get(const char *key, const Value &fallback) const;
  Value get(const char *begin, const char *end, const Value &fallback) const;
  Value get(const String &key, const Value &fallback) const;
  const Value *find(const char *begin, const char *end) const;
  const Value *find(const String &key) const;
  const Value *findNull(const String &key) const;
  const Value *findBool(const String &key) const;
  const Value *findInt(const String &key) const;
  const Value *findInt64(const String &key) const;
  const Value *findUInt(const String &key) const;
  const Value *findUInt64(const String &key) const;
  const Value *findIntegral(const String &key) const;
  const Value *findDouble(const String &key) const;
  const Value *findNumeric(const String &key) const;
  const Value *findString(const String &key) const;
  const Value *findArray(const String &key) const;
  const Value *findObject(const String &key) const;
  Value &append(const Value &value);
  void removeMember(const char *key);
  bool isMember(const char *key) const;
  bool isMember(const String &key) const;
  bool isMember(const char *begin, const char *end) const;
  Members getMemberNames() const;
  String toStyledString() const;
  const_iterator begin() const;
  const_iterator end() const;
};

template <> bool Value::as<bool>() const;
template <> Int Value::as<Int>() const;
template <> UInt Value::as<UInt>() const;
template <> Int64 Value::as<Int64>() const;
template <> UInt64 Value::as<UInt64>() const;
template <> double Value::as<double>() const;
template <> float Value::as<float>() const;
template <> String Value::as<String>() const;
template <> const char *Value::as<const char *>() const;

class Reader {
public:
  Reader();
  bool parse(const std::string &document, Value &root,
             bool collectComments = true);
  bool parse(const char *begin, const char *end, Value &root,
             bool collectComments = true);
  bool parse(IStream &in, Value &root, bool collectComments = true);
  String getFormattedErrorMessages() const;
  bool good() const;
};

class CharReader {
public:
  virtual ~CharReader() = default;
  virtual bool parse(const char *begin, const char *end, Value *root,
                     String *errors) = 0;

  class Factory {
  public:
    virtual ~Factory() = default;
    virtual CharReader *newCharReader() const = 0;
  };
};

class CharReaderBuilder : public CharReader::Factory {
public:
  CharReaderBuilder();
  ~CharReaderBuilder() override;
  CharReader *newCharReader() const override;
  Value &operator[](const String &key);
  Value settings_;
};

bool parseFromStream(const CharReader::Factory &factory, IStream &in,
                     Value *root, String *errors);
IStream &operator>>(IStream &in, Value &value);
OStream &operator<<(OStream &out, const Value &value);

class StreamWriterBuilder {
public:
  StreamWriterBuilder();
  ~StreamWriterBuilder();
  Value &operator[](const String &key);
};
String writeString(const StreamWriterBuilder &factory, const Value &root);

class FastWriter {
public:
  FastWriter();
  String write(const Value &root);
};

} // namespace Json
#endif
