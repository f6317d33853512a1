// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef BOOST_COBALT_THIS_CORO_HPP
#define BOOST_COBALT_THIS_CORO_HPP
#include <boost/asio/any_io_executor.hpp>
#include <mock/coroutine.h>

namespace boost::cobalt::this_coro {

struct executor_t {
  mock::Awaitable<boost::asio::any_io_executor> operator co_await() const;
};
constexpr executor_t executor;

} // namespace boost::cobalt::this_coro
#endif
