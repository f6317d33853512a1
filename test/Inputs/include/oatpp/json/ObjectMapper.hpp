// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef OATPP_JSON_OBJECTMAPPER_HPP
#define OATPP_JSON_OBJECTMAPPER_HPP
#include <oatpp/data/mapping/ObjectMapper.hpp>

namespace oatpp::json {
class ObjectMapper : public data::mapping::ObjectMapper {
public:
  ObjectMapper();
};
} // namespace oatpp::json
#endif
