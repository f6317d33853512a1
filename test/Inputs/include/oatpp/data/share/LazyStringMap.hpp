// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef OATPP_DATA_SHARE_LAZYSTRINGMAP_HPP
#define OATPP_DATA_SHARE_LAZYSTRINGMAP_HPP
#include <oatpp/Types.hpp>
#include <unordered_map>

namespace oatpp::data::share {

class StringKeyLabel {
public:
  StringKeyLabel(const char *Text);
  StringKeyLabel(const String &Text);
  bool operator==(const StringKeyLabel &Other) const;
};
class StringKeyLabelCI {
public:
  StringKeyLabelCI(const char *Text);
  StringKeyLabelCI(const String &Text);
  bool operator==(const StringKeyLabelCI &Other) const;
};

template <typename Key, typename MapType> class LazyStringMapTemplate {
public:
  String get(const Key &Name) const;
  v_int32 getSize() const;
};

template <typename Key, typename Value = StringKeyLabel>
using LazyStringMultimap =
    LazyStringMapTemplate<Key, std::unordered_multimap<Key, Value>>;

} // namespace oatpp::data::share
#endif
