// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef BOOST_BEAST_WEBSOCKET_HPP
#define BOOST_BEAST_WEBSOCKET_HPP
#include <boost/asio/async_result.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/beast/core/error.hpp>
#include <cstddef>
#include <string_view>
namespace boost::beast::websocket {
enum class close_code { normal = 1000 };

template <class NextLayer, bool deflateSupported = true> class stream {
public:
  explicit stream(NextLayer &&Next);
  stream(stream &&);
  ~stream();
  NextLayer &next_layer() noexcept;
  stream &lowest_layer();
  auto get_executor() noexcept { return next_layer().get_executor(); }
  void accept();
  void handshake(std::string_view Host, std::string_view Target);
  void close(close_code Code);
  template <class DynamicBuffer> std::size_t read(DynamicBuffer &);
  template <class ConstBufferSequence>
  std::size_t write(ConstBufferSequence const &);
  template <class Token>
  net::mock_result_t<Token, void(error_code)> async_accept(Token &&) {
    return net::mock_initiate<Token, void(error_code)>();
  }
  template <class DynamicBuffer, class Token>
  net::mock_result_t<Token, void(error_code, std::size_t)>
  async_read(DynamicBuffer &, Token &&) {
    return net::mock_initiate<Token, void(error_code, std::size_t)>();
  }
  template <class ConstBufferSequence, class Token>
  net::mock_result_t<Token, void(error_code, std::size_t)>
  async_write(ConstBufferSequence const &, Token &&) {
    return net::mock_initiate<Token, void(error_code, std::size_t)>();
  }
};
} // namespace boost::beast::websocket
#endif
