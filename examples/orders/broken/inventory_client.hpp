// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <boost/asio/awaitable.hpp>

#include <string>

namespace orders {

class InventoryClient {
public:
  InventoryClient(std::string host, std::string port);

  // True when the warehouse has set the goods aside.
  boost::asio::awaitable<bool> reserve(const std::string& sku, int quantity);

private:
  std::string host_;
  std::string port_;
};

} // namespace orders
