// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef POCO_OPTIONAL_H
#define POCO_OPTIONAL_H
namespace Poco {
template <typename C> class Optional {
public:
  Optional();
  Optional(const C &value);
  const C &value() const;
  const C &value(const C &fallback) const;
  bool isSpecified() const;
};
} // namespace Poco
#endif
