// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace fleet {

struct Endpoint {
  std::string host;
  std::string port;
};

struct Config {
  std::string address = "0.0.0.0";
  std::uint16_t port = 8080;
  unsigned threads = 2;
  std::filesystem::path data_folder = "data";
  Endpoint geocoder{"geocoder.internal", "80"};
  Endpoint dispatch{"dispatch.internal", "7000"};
  Endpoint statsd{"127.0.0.1", "8125"};
  std::chrono::seconds request_timeout{30};
  std::chrono::milliseconds geocoder_timeout{800};
  std::chrono::seconds snapshot_every{300};
  std::size_t body_limit = 1 << 20;
  std::vector<std::string> regions{"north", "south"};
  std::string admin_token;
};

class ConfigError : public std::runtime_error {
public:
  using std::runtime_error::runtime_error;
};

// What the text doesn't set keeps its default.
Config parse_config(std::string_view text);

// The file, then the variables FLEET_... of the environment.
Config load_config(const std::filesystem::path &file);

// A host that is not a number is looked up.
std::string describe(const Config &config);

} // namespace fleet
