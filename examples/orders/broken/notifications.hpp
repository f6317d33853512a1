// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "order.hpp"

#include <boost/asio/awaitable.hpp>

#include <string>

namespace orders {

// Tells the shop's webhook what happened to an order.
boost::asio::awaitable<void> notify_shop(std::string event, Order order);

void send_confirmation_mail(const Order& order);

} // namespace orders
