// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef MONGOCXX_POOL_HPP
#define MONGOCXX_POOL_HPP
#include <memory>
#include <mongocxx/client.hpp>
namespace mongocxx {
namespace v_noabi {
namespace options {
class pool {};
} // namespace options
class pool {
public:
  class entry {
  public:
    client *operator->() const noexcept;
    client &operator*() const noexcept;
    mongocxx::v_noabi::database operator[](std::string_view name) const;
  };
  explicit pool(const uri &mongodb_uri = {}, const options::pool &options = {});
  pool(pool &&) = delete;
  ~pool();
  entry acquire();
  std::optional<entry> try_acquire();
};
} // namespace v_noabi
using v_noabi::pool;
} // namespace mongocxx
#endif
