// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef BOOST_BEAST_HTTP_HPP
#define BOOST_BEAST_HTTP_HPP
#include <boost/asio/async_result.hpp>
#include <boost/beast/core/error.hpp>
#include <boost/beast/core/string.hpp>
#include <cstddef>
#include <memory>
#include <string>
#include <utility>
namespace boost::beast::http {
enum class verb { get, post, put, patch, delete_ };
enum class status { ok = 200, not_found = 404 };

template <class CharT> struct basic_string_body {
  using value_type = std::basic_string<CharT>;
};
using string_body = basic_string_body<char>;
struct empty_body {
  struct value_type {};
};

enum class field { unknown, authorization, content_type, host, user_agent };

template <class Allocator> class basic_fields {
public:
  class value_type {
  public:
    string_view name_string() const;
    string_view value() const;
  };
  using const_iterator = const value_type *;
  const_iterator begin() const;
  const_iterator end() const;
  string_view at(field Name) const;
  string_view at(string_view Name) const;
  string_view operator[](field Name) const;
  string_view operator[](string_view Name) const;
  std::size_t count(field Name) const;
  std::size_t count(string_view Name) const;
  const_iterator find(field Name) const;
  const_iterator find(string_view Name) const;
  bool contains(field Name) const;
  bool contains(string_view Name) const;
  std::pair<const_iterator, const_iterator> equal_range(field Name) const;
  std::pair<const_iterator, const_iterator> equal_range(string_view Name) const;
  void set(field Name, string_view Value);
  void set(string_view Name, string_view Value);
};
using fields = basic_fields<std::allocator<char>>;

template <bool isRequest, class Fields = fields>
class header : public Fields {};

template <bool isRequest, class Body, class Fields = fields>
class message : public header<isRequest, Fields> {
public:
  message();
  message(verb Method, std::string Target, unsigned Version);
  message(status Result, unsigned Version);
  verb method() const;
  std::string target() const;
  typename Body::value_type &body();
  const typename Body::value_type &body() const;
  void prepare_payload();
  bool keep_alive() const;
};
template <class Body, class Fields = fields>
using request = message<true, Body, Fields>;
template <class Body, class Fields = fields>
using response = message<false, Body, Fields>;

#define MOCK_BEAST_READ(NAME)                                                  \
  template <class Stream, class DynamicBuffer, bool isRequest, class Body,     \
            class Allocator>                                                   \
  std::size_t NAME(Stream &, DynamicBuffer &,                                  \
                   message<isRequest, Body, basic_fields<Allocator>> &);       \
  template <class Stream, class DynamicBuffer, bool isRequest, class Body,     \
            class Allocator>                                                   \
  std::size_t NAME(Stream &, DynamicBuffer &,                                  \
                   message<isRequest, Body, basic_fields<Allocator>> &,        \
                   error_code &);                                              \
  template <class Stream, class DynamicBuffer, bool isRequest, class Body,     \
            class Allocator, class Token>                                      \
  net::mock_result_t<Token, void(error_code, std::size_t)> async_##NAME(       \
      Stream &, DynamicBuffer &,                                               \
      message<isRequest, Body, basic_fields<Allocator>> &, Token &&) {         \
    return net::mock_initiate<Token, void(error_code, std::size_t)>();         \
  }
MOCK_BEAST_READ(read)
MOCK_BEAST_READ(read_header)
#undef MOCK_BEAST_READ

template <class Stream, bool isRequest, class Body, class Fields>
std::size_t write(Stream &, message<isRequest, Body, Fields> const &);
template <class Stream, bool isRequest, class Body, class Fields>
std::size_t write(Stream &, message<isRequest, Body, Fields> const &,
                  error_code &);
template <class Stream, bool isRequest, class Body, class Fields, class Token>
net::mock_result_t<Token, void(error_code, std::size_t)>
async_write(Stream &, message<isRequest, Body, Fields> &, Token &&) {
  return net::mock_initiate<Token, void(error_code, std::size_t)>();
}
} // namespace boost::beast::http
#endif
