// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef POCO_JSON_QUERY_H
#define POCO_JSON_QUERY_H
#include <Poco/JSON/Object.h>
namespace Poco::JSON {
class Query {
public:
  Query(const Dynamic::Var &source);
  Object::Ptr findObject(const std::string &path) const;
  Array::Ptr findArray(const std::string &path) const;
  Dynamic::Var find(const std::string &path) const;
  template <typename T>
  T findValue(const std::string &path, const T &def) const;
};
} // namespace Poco::JSON
#endif
