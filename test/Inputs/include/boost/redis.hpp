// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef BOOST_REDIS_HPP
#define BOOST_REDIS_HPP
#include <boost/asio.hpp>
#include <chrono>
#include <cstddef>
#include <string>

namespace boost::redis {
using error_code = boost::system::error_code;

struct address {
  std::string host = "127.0.0.1";
  std::string port = "6379";
};

struct config {
  bool use_ssl = false;
  address addr = address{"127.0.0.1", "6379"};
  std::string password;
  std::chrono::steady_clock::duration connect_timeout =
      std::chrono::seconds{10};
};

class request {
public:
  template <class... Ts> void push(const std::string &Command, const Ts &...) {}
};
template <class... Ts> class response {};
enum class operation { resolve, connect, exec, run, receive, all };

class connection {
public:
  explicit connection(asio::any_io_executor Ex);
  explicit connection(asio::io_context &Context);
  ~connection();
  template <class Token>
  asio::mock_result_t<Token, void(error_code)> async_run(const config &,
                                                         Token &&) {
    return asio::mock_initiate<Token, void(error_code)>();
  }
  template <class Response, class Token>
  asio::mock_result_t<Token, void(error_code, std::size_t)>
  async_exec(const request &, Response &, Token &&) {
    return asio::mock_initiate<Token, void(error_code, std::size_t)>();
  }
  void cancel(operation Op = operation::all);
};
} // namespace boost::redis
#endif
