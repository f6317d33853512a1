// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef POCO_DYNAMIC_VAR_H
#define POCO_DYNAMIC_VAR_H
#include <string>
namespace Poco::Dynamic {
class Var {
public:
  Var();
  Var(const Var &other);
  template <typename T> Var(const T &value) {}
  Var &operator=(const Var &other);
  template <typename T> void convert(T &value) const;
  template <typename T> T convert() const;
  template <typename T> operator T() const;
  template <typename T> const T &extract() const;
  std::string toString() const;
  bool isEmpty() const;
  bool isInteger() const;
  bool isNumeric() const;
  bool isBoolean() const;
  bool isString() const;
  bool isArray() const;
  bool isStruct() const;
  bool operator!() const;
  static Var parse(const std::string &text);
};
} // namespace Poco::Dynamic
#endif
