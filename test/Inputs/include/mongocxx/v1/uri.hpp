// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef MONGOCXX_V1_URI_HPP
#define MONGOCXX_V1_URI_HPP
#include <string_view>

namespace mongocxx::v1 {
class uri {
public:
  uri();
  uri(std::string_view v);
  uri(const uri &other);
  uri(uri &&other) noexcept;
  ~uri();
};
} // namespace mongocxx::v1
#endif
