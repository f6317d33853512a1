// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef POCO_JSON_OBJECT_H
#define POCO_JSON_OBJECT_H
#include <Poco/Dynamic/Var.h>
#include <Poco/Nullable.h>
#include <Poco/SharedPtr.h>
#include <cstddef>
#include <ostream>
#include <string>
#include <vector>
namespace Poco::JSON {

class Array {
public:
  using Ptr = SharedPtr<Array>;
  Array();
  Dynamic::Var get(unsigned index) const;
  std::size_t size() const;
};

class Object {
public:
  using Ptr = SharedPtr<Object>;
  using NameList = std::vector<std::string>;
  explicit Object(int options = 0);
  Dynamic::Var get(const std::string &key) const;
  Array::Ptr getArray(const std::string &key) const;
  Object::Ptr getObject(const std::string &key) const;
  template <typename T> T getValue(const std::string &key) const;
  template <typename T>
  Nullable<T> getNullableValue(const std::string &key) const;
  template <typename T> T optValue(const std::string &key, const T &def) const;
  NameList getNames() const;
  bool has(const std::string &key) const;
  bool isArray(const std::string &key) const;
  bool isNull(const std::string &key) const;
  bool isObject(const std::string &key) const;
  std::size_t size() const;
  Object &set(const std::string &key, const Dynamic::Var &value);
  void stringify(std::ostream &out, unsigned indent = 0, int step = -1) const;
};

} // namespace Poco::JSON
#endif
