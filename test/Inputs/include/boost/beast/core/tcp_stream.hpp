// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef BOOST_BEAST_CORE_TCP_STREAM_HPP
#define BOOST_BEAST_CORE_TCP_STREAM_HPP
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core/error.hpp>
#include <chrono>
namespace boost::beast {
class unlimited_rate_policy {};

template <class Protocol, class Executor = net::any_io_executor,
          class RatePolicy = unlimited_rate_policy>
class basic_stream {
public:
  using executor_type = Executor;
  using socket_type = net::basic_stream_socket<Protocol, Executor>;
  using endpoint_type = typename Protocol::endpoint;

  explicit basic_stream(const Executor &Ex);
  explicit basic_stream(socket_type &&Socket);
  template <net::MockContext ExecutionContext>
  explicit basic_stream(ExecutionContext &Context);
  basic_stream(basic_stream &&);
  ~basic_stream();
  executor_type get_executor() noexcept;
  basic_stream &lowest_layer();
  socket_type &socket() noexcept;
  void expires_after(std::chrono::nanoseconds Expiry);
  void expires_never();
  void close();
  void connect(const endpoint_type &Endpoint);
  template <class EndpointSequence>
  endpoint_type connect(const EndpointSequence &Endpoints);
  template <class EndpointSequence, class Token>
  net::mock_result_t<Token, void(error_code, endpoint_type)>
  async_connect(const EndpointSequence &, Token &&) {
    return net::mock_initiate<Token, void(error_code, endpoint_type)>();
  }
  template <class Buffers> std::size_t read_some(const Buffers &);
  template <class Buffers> std::size_t read_some(const Buffers &, error_code &);
  template <class Buffers> std::size_t write_some(const Buffers &);
  template <class Buffers>
  std::size_t write_some(const Buffers &, error_code &);
};

using tcp_stream =
    basic_stream<net::ip::tcp, net::any_io_executor, unlimited_rate_policy>;
} // namespace boost::beast
#endif
