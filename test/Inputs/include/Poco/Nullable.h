// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef POCO_NULLABLE_H
#define POCO_NULLABLE_H
namespace Poco {
template <typename C> class Nullable {
public:
  Nullable();
  Nullable(const C &value);
  Nullable &operator=(const C &value);
  C &value();
  const C &value() const;
  const C &value(const C &fallback) const;
  bool isNull() const;
};
} // namespace Poco
#endif
