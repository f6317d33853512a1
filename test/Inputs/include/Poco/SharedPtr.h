// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef POCO_SHAREDPTR_H
#define POCO_SHAREDPTR_H
namespace Poco {
template <class C> class SharedPtr {
public:
  SharedPtr() noexcept;
  SharedPtr(C *object);
  SharedPtr(const SharedPtr &other) noexcept;
  SharedPtr &operator=(const SharedPtr &other) noexcept;
  C *operator->();
  const C *operator->() const;
  C &operator*();
  const C &operator*() const;
  C *get();
  operator C *();
  operator const C *() const;
  bool operator!() const;
  bool isNull() const;
};
} // namespace Poco
#endif
