// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "router.hpp"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>

namespace orders {

// Accepts connections until the event loop ends.
boost::asio::awaitable<void> serve(boost::asio::ip::tcp::acceptor& acceptor, const Router& router);

} // namespace orders
