// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "config.hpp"

#include <nlohmann/json.hpp>

#include <cstdlib>
#include <fstream>

namespace orders {

Config load_config() {
  Config result;
  const char* path = std::getenv("ORDERS_CONFIG");
  if (!path)
    return result;
  std::ifstream file(path);
  const auto json = nlohmann::json::parse(file);
  result.address = json.value("address", result.address);
  result.port = json.value("port", result.port);
  result.threads = json.value("threads", result.threads);
  result.conninfo = json.value("conninfo", result.conninfo);
  result.inventory_host = json.value("inventory_host", result.inventory_host);
  result.inventory_port = json.value("inventory_port", result.inventory_port);
  result.webhook_host = json.value("webhook_host", result.webhook_host);
  result.webhook_port = json.value("webhook_port", result.webhook_port);
  result.data_dir = json.value("data_dir", result.data_dir);
  return result;
}

const Config& config() {
  static const Config instance = load_config();
  return instance;
}

} // namespace orders
