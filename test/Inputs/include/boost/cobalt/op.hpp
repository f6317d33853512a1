// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef BOOST_COBALT_OP_HPP
#define BOOST_COBALT_OP_HPP
#include <boost/asio/async_result.hpp>
#include <mock/coroutine.h>

namespace boost::cobalt {

struct use_op_t {};
constexpr use_op_t use_op{};

} // namespace boost::cobalt

namespace boost::asio {

template <class Signature> class async_result<cobalt::use_op_t, Signature> {
public:
  using return_type = mock::Awaitable<void>;
};

} // namespace boost::asio
#endif
