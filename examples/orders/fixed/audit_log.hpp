// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "db.hpp"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/thread_pool.hpp>

#include <cstdint>
#include <filesystem>
#include <string>

namespace orders {

class AuditLog {
public:
  AuditLog(Pool& pool, boost::asio::thread_pool& workers, std::filesystem::path path);

  // What is recorded has happened already, so a failure is logged and does not reach the caller.
  boost::asio::awaitable<void> record(std::string action, std::int64_t order_id);

private:
  boost::asio::awaitable<void> record_in_file(const std::string& action, std::int64_t order_id);
  boost::asio::awaitable<void> record_in_database(const std::string& action, std::int64_t order_id);

  Pool& pool_;
  boost::asio::thread_pool& workers_;
  std::filesystem::path path_;
};

} // namespace orders
