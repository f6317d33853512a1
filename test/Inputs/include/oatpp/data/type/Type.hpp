// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef OATPP_DATA_TYPE_TYPE_HPP
#define OATPP_DATA_TYPE_TYPE_HPP
#include <cstddef>
#include <memory>

namespace oatpp::data::type {

namespace __class {
class Void;
} // namespace __class

/// Holds a value or nothing.
template <class T, class Clazz = __class::Void> class ObjectWrapper {
public:
  typedef T ObjectType;
  typedef Clazz Class;
  ObjectWrapper() {}
  ObjectWrapper(std::nullptr_t) {}
  ObjectWrapper(const std::shared_ptr<T> &Pointer) : m_ptr(Pointer) {}
  T *operator->() const { return m_ptr.operator->(); }
  T *get() const { return m_ptr.get(); }
  std::shared_ptr<T> getPtr() const { return m_ptr; }
  void resetPtr(const std::shared_ptr<T> &Pointer = nullptr);
  bool operator==(std::nullptr_t) const { return m_ptr == nullptr; }
  bool operator!=(std::nullptr_t) const { return m_ptr != nullptr; }
  explicit operator bool() const { return static_cast<bool>(m_ptr); }

protected:
  std::shared_ptr<T> m_ptr;
};

} // namespace oatpp::data::type
#endif
