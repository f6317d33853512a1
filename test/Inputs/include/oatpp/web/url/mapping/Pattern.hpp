// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef OATPP_WEB_URL_MAPPING_PATTERN_HPP
#define OATPP_WEB_URL_MAPPING_PATTERN_HPP
#include <oatpp/data/share/LazyStringMap.hpp>

namespace oatpp::web::url::mapping {
class Pattern {
public:
  class MatchMap {
  public:
    String getVariable(const data::share::StringKeyLabel &Key) const;
  };
};
} // namespace oatpp::web::url::mapping
#endif
