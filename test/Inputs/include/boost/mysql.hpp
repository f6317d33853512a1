// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef BOOST_MYSQL_HPP
#define BOOST_MYSQL_HPP
#include <boost/asio.hpp>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>

namespace boost::mysql {
using error_code = boost::system::error_code;
enum class ssl_mode { disable, enable, require };

class any_address {
public:
  any_address();
  void emplace_host_and_port(std::string Host, unsigned short Port = 3306);
};

struct connect_params {
  any_address server_address;
  std::string username;
  std::string password;
  std::string database;
  ssl_mode ssl{ssl_mode::enable};
};

struct pool_params {
  any_address server_address;
  std::string username;
  std::string password;
  std::string database;
  ssl_mode ssl{ssl_mode::enable};
  std::size_t initial_size{1};
  std::size_t max_size{151};
  std::chrono::steady_clock::duration connect_timeout{std::chrono::seconds(20)};
  bool thread_safe{false};
};

struct any_connection_params {
  std::size_t initial_buffer_size{1024};
};

class field_view {
public:
  bool is_null() const noexcept;
  long as_int64() const;
  std::string_view as_string() const;
};
class row_view {
public:
  bool empty() const noexcept;
  std::size_t size() const noexcept;
  field_view at(std::size_t Index) const;
  field_view operator[](std::size_t Index) const noexcept;
};
class rows_view {
public:
  class const_iterator {
  public:
    row_view operator*() const noexcept;
    const_iterator &operator++() noexcept;
    bool operator!=(const const_iterator &Other) const noexcept;
  };
  bool empty() const noexcept;
  std::size_t size() const noexcept;
  const_iterator begin() const noexcept;
  const_iterator end() const noexcept;
  row_view at(std::size_t Index) const;
  row_view operator[](std::size_t Index) const noexcept;
  row_view front() const noexcept;
  row_view back() const noexcept;
};
class results {
public:
  bool has_value() const noexcept;
  rows_view rows() const noexcept;
  std::uint64_t affected_rows() const noexcept;
};

template <class... Ts> struct with_params_t {
  std::string query;
  std::tuple<Ts...> args;
};
template <class... Ts>
auto with_params(const std::string &Query, Ts &&...Args)
    -> with_params_t<std::decay_t<Ts>...> {
  return {Query, std::make_tuple(std::forward<Ts>(Args)...)};
}
template <class Tuple> struct bound_statement_tuple {};
class statement {
public:
  template <class... Ts>
  bound_statement_tuple<std::tuple<std::decay_t<Ts>...>>
  bind(Ts &&...Params) const;
};

class any_connection {
public:
  explicit any_connection(asio::any_io_executor Ex,
                          any_connection_params Params = {});
  template <asio::MockContext ExecutionContext>
  explicit any_connection(ExecutionContext &Context,
                          any_connection_params Params = {});
  any_connection(any_connection &&Other);
  ~any_connection();
  void connect(const connect_params &Params);
  template <class ExecutionRequest>
  void execute(ExecutionRequest &&Request, results &Result) {}
  statement prepare_statement(const std::string &Query);
  template <class Token>
  asio::mock_result_t<Token, void(error_code)>
  async_connect(const connect_params &, Token &&) {
    return asio::mock_initiate<Token, void(error_code)>();
  }
  template <class ExecutionRequest, class Token>
  asio::mock_result_t<Token, void(error_code)>
  async_execute(ExecutionRequest &&, results &, Token &&) {
    return asio::mock_initiate<Token, void(error_code)>();
  }
  template <class Token>
  asio::mock_result_t<Token, void(error_code, statement)>
  async_prepare_statement(const std::string &, Token &&) {
    return asio::mock_initiate<Token, void(error_code, statement)>();
  }
  void close();
};

template <class Stream> class connection {
public:
  template <asio::MockContext ExecutionContext>
  explicit connection(ExecutionContext &Context);
  connection(connection &&Other);
  void close();
};
using tcp_connection = connection<asio::ip::tcp::socket>;

class pooled_connection {
public:
  pooled_connection() noexcept;
  pooled_connection(pooled_connection &&) noexcept;
  ~pooled_connection();
  bool valid() const noexcept;
  any_connection &get();
  any_connection *operator->();
};

class connection_pool {
public:
  connection_pool(asio::any_io_executor Ex, pool_params Params);
  template <asio::MockContext ExecutionContext>
  connection_pool(ExecutionContext &Context, pool_params Params);
  connection_pool(connection_pool &&);
  ~connection_pool();
  template <class Token>
  asio::mock_result_t<Token, void(error_code)> async_run(Token &&) {
    return asio::mock_initiate<Token, void(error_code)>();
  }
  template <class Token>
  asio::mock_result_t<Token, void(error_code, pooled_connection)>
  async_get_connection(Token &&) {
    return asio::mock_initiate<Token, void(error_code, pooled_connection)>();
  }
  void cancel();
};
} // namespace boost::mysql
#endif
