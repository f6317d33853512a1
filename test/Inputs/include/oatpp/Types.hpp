// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef OATPP_TYPES_HPP
#define OATPP_TYPES_HPP
#include <oatpp/data/type/Object.hpp>
#include <oatpp/data/type/Primitive.hpp>

namespace oatpp {

typedef data::type::String String;
typedef data::type::Int32 Int32;
typedef data::type::UInt32 UInt32;
typedef data::type::Int64 Int64;
typedef data::type::UInt64 UInt64;
typedef data::type::Float32 Float32;
typedef data::type::Float64 Float64;
typedef data::type::Boolean Boolean;
template <class T> using Object = data::type::DTOWrapper<T>;
template <class T> using Vector = data::type::Vector<T>;

class DTO : public data::type::BaseObject {
protected:
  typedef oatpp::String String;
  typedef oatpp::Int32 Int32;
  typedef oatpp::UInt32 UInt32;
  typedef oatpp::Int64 Int64;
  typedef oatpp::UInt64 UInt64;
  typedef oatpp::Float32 Float32;
  typedef oatpp::Float64 Float64;
  typedef oatpp::Boolean Boolean;
  template <class T> using Object = oatpp::Object<T>;
  template <class T> using Vector = oatpp::Vector<T>;
};

} // namespace oatpp
#endif
