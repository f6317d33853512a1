// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <boost/asio/awaitable.hpp>

#include <cstdint>
#include <string>

namespace orders {

boost::asio::awaitable<void> audit(std::string action, std::int64_t order_id);

// Copies the entry into the audit table, off the event loop.
boost::asio::awaitable<void> audit_to_database(std::string action, std::int64_t order_id);

} // namespace orders
