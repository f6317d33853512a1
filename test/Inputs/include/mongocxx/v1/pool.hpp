// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef MONGOCXX_V1_POOL_HPP
#define MONGOCXX_V1_POOL_HPP
#include <mongocxx/v1/uri.hpp>
#include <optional>

namespace mongocxx::v1 {
class client;

class pool {
public:
  class options {
  public:
    options();
  };
  class entry {
  public:
    entry(entry &&other) noexcept;
    ~entry();
    client *operator->();
    client &operator*();
  };

  ~pool();
  pool(pool &&other) noexcept;
  pool(const pool &other) = delete;
  explicit pool(const v1::uri &uri, options opts);
  explicit pool(const v1::uri &uri);
  explicit pool();
  entry acquire();
  std::optional<entry> try_acquire();
};
} // namespace mongocxx::v1
#endif
