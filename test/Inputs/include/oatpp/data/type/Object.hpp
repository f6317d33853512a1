// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef OATPP_DATA_TYPE_OBJECT_HPP
#define OATPP_DATA_TYPE_OBJECT_HPP
#include <oatpp/data/type/Type.hpp>
#include <vector>

namespace oatpp::data::type {

namespace __class {
template <class T> class Object;
template <class T> class Vector;
} // namespace __class

class BaseObject {};

template <class ObjT>
class DTOWrapper : public ObjectWrapper<ObjT, __class::Object<ObjT>> {
public:
  DTOWrapper() {}
  DTOWrapper(std::nullptr_t) {}
  DTOWrapper(const std::shared_ptr<ObjT> &Pointer)
      : ObjectWrapper<ObjT, __class::Object<ObjT>>(Pointer) {}
  static DTOWrapper createShared() { return std::make_shared<ObjT>(); }
};

template <class T, class C>
class VectorObjectWrapper : public ObjectWrapper<std::vector<T>, C> {
public:
  VectorObjectWrapper() {}
  VectorObjectWrapper(std::nullptr_t) {}
  T &operator[](long long Index) const;
};

template <class T> using Vector = VectorObjectWrapper<T, __class::Vector<T>>;

} // namespace oatpp::data::type
#endif
