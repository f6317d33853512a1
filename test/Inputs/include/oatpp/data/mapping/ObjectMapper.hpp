// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef OATPP_DATA_MAPPING_OBJECTMAPPER_HPP
#define OATPP_DATA_MAPPING_OBJECTMAPPER_HPP
#include <oatpp/Types.hpp>

namespace oatpp::utils::parser {
class Caret {
public:
  Caret(const String &Text);
};
} // namespace oatpp::utils::parser

namespace oatpp::data::mapping {

class ObjectMapper {
public:
  virtual ~ObjectMapper();
  template <class Wrapper>
  Wrapper readFromCaret(utils::parser::Caret &Caret) const {
    return {};
  }
  template <class Wrapper> Wrapper readFromString(const String &Text) const {
    return {};
  }
  template <class Wrapper> String writeToString(const Wrapper &Object) const;
};

} // namespace oatpp::data::mapping
#endif
