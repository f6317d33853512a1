// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A call operator that is a template, and inherited.
#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <fstream>

namespace asio = boost::asio;

inline void append(const boost::system::error_code &error, int) { std::ofstream("errors.log") << error.value(); }
inline void append(const boost::system::error_code &, const char *) {}

struct Report {
  template <typename Error> void operator()(Error error) const { append(error, 1); }
};
struct Inheriting : Report {};

void start(asio::io_context &context) {
  asio::steady_timer timer(context);
  timer.async_wait(Inheriting{});
}
