// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "audit_log.hpp"

#include "blocking_io.hpp"
#include "offload.hpp"

#include <ctime>
#include <iostream>

namespace asio = boost::asio;

namespace orders {

AuditLog::AuditLog(Pool& pool, asio::thread_pool& workers, std::filesystem::path path)
    : pool_(pool), workers_(workers), path_(std::move(path)) {}

asio::awaitable<void> AuditLog::record(std::string action, std::int64_t order_id) {
  try {
    co_await record_in_file(action, order_id);
    co_await record_in_database(action, order_id);
  } catch (const std::exception& failure) {
    std::clog << "audit: " << action << ' ' << order_id << ": " << failure.what() << '\n';
  }
}

asio::awaitable<void> AuditLog::record_in_file(const std::string& action, std::int64_t order_id) {
  const std::string line = std::to_string(std::time(nullptr)) + ' ' + action + ' ' + std::to_string(order_id) + '\n';
  auto append = [&] { blocking::append(path_, line); };
  co_await offload(workers_, append);
}

asio::awaitable<void> AuditLog::record_in_database(const std::string& action, std::int64_t order_id) {
  SqlValues values = {action, std::to_string(order_id)};
  co_await pool_.query("INSERT INTO audit (action, order_id) VALUES ($1, $2)", std::move(values));
}

} // namespace orders
