// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "http_client.hpp"

#include <boost/asio/awaitable.hpp>

#include <string>

namespace orders {

class InventoryClient {
public:
  InventoryClient(std::string host, std::string port);

  // True when the warehouse has set the goods aside. Throws Error: unavailable when it does not answer.
  boost::asio::awaitable<bool> reserve(std::string sku, int quantity);

private:
  Peer warehouse_;
};

} // namespace orders
