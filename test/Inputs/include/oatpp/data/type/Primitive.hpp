// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef OATPP_DATA_TYPE_PRIMITIVE_HPP
#define OATPP_DATA_TYPE_PRIMITIVE_HPP
#include <cstdint>
#include <oatpp/data/type/Type.hpp>
#include <string>

typedef std::int32_t v_int32;
typedef std::uint32_t v_uint32;
typedef std::int64_t v_int64;
typedef std::uint64_t v_uint64;
typedef float v_float32;
typedef double v_float64;

namespace oatpp::data::type {

namespace __class {
class String;
class Int32;
class UInt32;
class Int64;
class UInt64;
class Float32;
class Float64;
class Boolean;
} // namespace __class

class String : public ObjectWrapper<std::string, __class::String> {
public:
  String() {}
  String(std::nullptr_t) {}
  String(const char *Data);
  String(const std::string &Text);
  String(const std::shared_ptr<std::string> &Pointer);
  const std::string &operator*() const;
  operator std::string() const;
  std::string getValue(const std::string &Default) const;
  String &operator=(const std::string &Text);
  String &operator=(const char *Text);
  using ObjectWrapper::operator==;
  using ObjectWrapper::operator!=;
  bool operator==(const char *Text) const;
  bool operator!=(const char *Text) const;
  bool operator==(const String &Other) const;
  bool operator!=(const String &Other) const;
};

String operator+(const char *A, const String &B);
String operator+(const String &A, const char *B);
String operator+(const String &A, const String &B);

template <typename TValueType, class Clazz>
class Primitive : public ObjectWrapper<TValueType, Clazz> {
public:
  typedef TValueType UnderlyingType;
  Primitive() {}
  Primitive(std::nullptr_t) {}
  Primitive(TValueType Value);
  Primitive &operator=(TValueType Value);
  TValueType operator*() const;
  operator TValueType() const;
  TValueType getValue(const TValueType &Default) const;
};

class Boolean : public ObjectWrapper<bool, __class::Boolean> {
public:
  typedef bool UnderlyingType;
  Boolean() {}
  Boolean(std::nullptr_t) {}
  Boolean(bool Value);
  Boolean &operator=(bool Value);
  bool operator*() const;
  operator bool() const;
  bool getValue(bool Default) const;
};

typedef Primitive<v_int32, __class::Int32> Int32;
typedef Primitive<v_uint32, __class::UInt32> UInt32;
typedef Primitive<v_int64, __class::Int64> Int64;
typedef Primitive<v_uint64, __class::UInt64> UInt64;
typedef Primitive<v_float32, __class::Float32> Float32;
typedef Primitive<v_float64, __class::Float64> Float64;

} // namespace oatpp::data::type
#endif
