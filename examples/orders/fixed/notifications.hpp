// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "config.hpp"
#include "order.hpp"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/thread_pool.hpp>

#include <string>

namespace orders {

// Tells the shop's webhook what happened to an order.
boost::asio::awaitable<void> notify_shop(const Config& config, std::string event, Order order);

boost::asio::awaitable<void> send_confirmation_mail(const Config& config, boost::asio::thread_pool& workers,
                                                    Order order);

} // namespace orders
