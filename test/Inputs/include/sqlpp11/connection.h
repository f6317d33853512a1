// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SQLPP11_CONNECTION_H
#define SQLPP11_CONNECTION_H
#include <cstddef>
#include <memory>
#include <string>

namespace sqlpp {
enum class connection_check { none, passive, ping };

template <typename ConnectionBase> class connection_pool;

template <typename ConnectionBase>
class normal_connection : public ConnectionBase {
public:
  using _config_t = typename ConnectionBase::_config_t;
  using _config_ptr_t = typename ConnectionBase::_config_ptr_t;
  normal_connection() = default;
  normal_connection(const _config_t &config);
  normal_connection(const _config_ptr_t &config);
  normal_connection(const normal_connection &) = delete;
  normal_connection(normal_connection &&) = default;
  void connectUsing(const _config_ptr_t &config);
};

template <typename ConnectionBase>
class pooled_connection : public ConnectionBase {
public:
  pooled_connection(const pooled_connection &) = delete;
  pooled_connection(pooled_connection &&other) = default;
  ~pooled_connection();

private:
  friend connection_pool<ConnectionBase>;
  pooled_connection();
};

template <typename ConnectionBase> class connection_pool {
public:
  using _config_ptr_t = typename ConnectionBase::_config_ptr_t;
  using _pooled_connection_t = sqlpp::pooled_connection<ConnectionBase>;
  connection_pool() = default;
  connection_pool(const _config_ptr_t &connection_config, std::size_t capacity);
  connection_pool(const connection_pool &) = delete;
  connection_pool(connection_pool &&) = default;
  connection_pool &operator=(connection_pool &&) = default;
  void initialize(const _config_ptr_t &connection_config, std::size_t capacity);
  _pooled_connection_t get(connection_check check = connection_check::passive);
};
} // namespace sqlpp
#endif
