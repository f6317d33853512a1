// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef POCO_NET_NAMEVALUECOLLECTION_H
#define POCO_NET_NAMEVALUECOLLECTION_H
#include <string>
#include <utility>

namespace Poco::Net {

class NameValueCollection {
public:
  using ConstIterator = const std::pair<std::string, std::string> *;
  virtual ~NameValueCollection();
  const std::string &operator[](const std::string &name) const;
  void set(const std::string &name, const std::string &value);
  const std::string &get(const std::string &name) const;
  const std::string &get(const std::string &name,
                         const std::string &defaultValue) const;
  bool has(const std::string &name) const;
  ConstIterator find(const std::string &name) const;
  ConstIterator begin() const;
  ConstIterator end() const;
  bool empty() const;
};

} // namespace Poco::Net
#endif
