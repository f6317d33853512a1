// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <string>

namespace orders {

struct Config {
  std::string address = "127.0.0.1";
  unsigned short port = 8080;
  int threads = 4;
  std::string conninfo = "host=127.0.0.1 dbname=orders user=orders";
  std::string inventory_host = "inventory.internal";
  std::string inventory_port = "80";
  std::string webhook_host = "hooks.internal";
  std::string webhook_port = "80";
  std::string data_dir = "/var/lib/orders";
};

// Reads the JSON file named by ORDERS_CONFIG; what it does not set keeps its default.
Config load_config();

const Config& config();

} // namespace orders
