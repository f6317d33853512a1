// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <cstdio>
#include <fstream>
#include <string>

namespace asio = boost::asio;

inline void append(const boost::system::error_code &error, int) { std::ofstream("errors.log") << error.value(); }
inline void append(const boost::system::error_code &, const char *) {}

template <typename Number> struct Counting {
  template <typename Error> void operator()(Error error) const { append(error, Number()); }
};

// Nobody uses this constructor, whose body is no C++: a class can't go through `...`.
template <typename Text> struct Named {
  Named() { std::printf("%s", Text()); }
  explicit Named(int) {}
  virtual ~Named() = default;
};

void start(asio::io_context &context) {
  asio::steady_timer timer(context);
  timer.async_wait(Counting<int>{});
  Named<std::string> named(1);
}
