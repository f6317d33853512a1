// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef USERVER_FORMATS_JSON_VALUE_HPP
#define USERVER_FORMATS_JSON_VALUE_HPP
#include <cstddef>
#include <exception>
#include <string>
#include <string_view>

namespace userver::formats {

namespace parse {
template <typename T> struct To {};
} // namespace parse

namespace json {

class Exception : public std::exception {};
class ParseException : public Exception {};

class Value final {
public:
  struct DefaultConstructed {};
  Value();
  Value(const Value &Other);
  Value &operator=(const Value &Other) &;
  Value operator[](std::string_view Key) const;
  Value operator[](std::size_t Index) const;
  bool IsEmpty() const;
  std::size_t GetSize() const;
  bool IsMissing() const noexcept;
  bool IsNull() const noexcept;
  bool IsBool() const noexcept;
  bool IsInt() const noexcept;
  bool IsInt64() const noexcept;
  bool IsUInt64() const noexcept;
  bool IsDouble() const noexcept;
  bool IsString() const noexcept;
  bool IsArray() const noexcept;
  bool IsObject() const noexcept;
  // Written to give T, as almost every Parse() does.
  template <typename T> auto As() const { return Converted<T>(); }
  template <typename T, typename First, typename... Rest>
  auto As(First &&Default, Rest &&...More) const {
    return Converted<T>();
  }
  template <typename T> auto As(DefaultConstructed) const {
    return Converted<T>();
  }
  template <typename T> T ConvertTo() const;
  template <typename T, typename First, typename... Rest>
  T ConvertTo(First &&Default, Rest &&...More) const;
  bool HasMember(std::string_view Key) const;
  void CheckNotMissing() const;

private:
  template <typename T> static T Converted();
};

} // namespace json
} // namespace userver::formats
#endif
