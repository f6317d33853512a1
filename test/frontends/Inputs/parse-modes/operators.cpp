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

// Nothing but the library copies it.
inline void log_line(const boost::system::error_code &error, int) { std::ofstream("lines.log") << error.value(); }
inline void log_line(const boost::system::error_code &, const char *) {}
template <typename Derived> struct Crtp {
  template <typename Error> void operator()(Error error) const;
};
template <typename Derived> template <typename Error> void Crtp<Derived>::operator()(Error error) const {
  static_cast<const Derived &>(*this).run(error);
}
struct Itself : Crtp<Itself> {
  void run(const boost::system::error_code &error) const { log_line(error, 1); }
  void start(asio::steady_timer &timer) { timer.async_wait(*this); }
};

void start(asio::io_context &context) {
  asio::steady_timer timer(context);
  timer.async_wait(Inheriting{});
}
