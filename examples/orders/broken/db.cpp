// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "db.hpp"

#include "config.hpp"

#include <condition_variable>
#include <mutex>
#include <stdexcept>
#include <vector>

namespace orders {
namespace {

constexpr int kMaxConnections = 8;

std::vector<PGconn*> idle_connections;
std::mutex pool_mutex;
std::condition_variable pool_available;
int open_connections = 0;

PGconn* acquire_connection() {
  std::unique_lock lock(pool_mutex);
  if (idle_connections.empty() && open_connections < kMaxConnections) {
    ++open_connections;
    return PQconnectdb(config().conninfo.c_str());
  }
  pool_available.wait(lock, [] { return !idle_connections.empty(); });
  PGconn* connection = idle_connections.back();
  idle_connections.pop_back();
  return connection;
}

void release_connection(PGconn* connection) {
  std::lock_guard lock(pool_mutex);
  idle_connections.push_back(connection);
  pool_available.notify_one();
}

Result checked(PGconn* connection, PGresult* raw) {
  Result result(raw);
  const auto status = PQresultStatus(raw);
  if (status != PGRES_TUPLES_OK && status != PGRES_COMMAND_OK)
    throw std::runtime_error(PQerrorMessage(connection));
  return result;
}

} // namespace

PooledConnection::PooledConnection() : connection_(acquire_connection()) {}

PooledConnection::~PooledConnection() { release_connection(connection_); }

Result PooledConnection::query(const std::string& sql) {
  return checked(connection_, PQexec(connection_, sql.c_str()));
}

Result PooledConnection::query(const std::string& sql, std::initializer_list<std::string> parameters) {
  std::vector<const char*> values;
  for (const auto& parameter : parameters)
    values.push_back(parameter.c_str());
  return checked(connection_, PQexecParams(connection_, sql.c_str(), static_cast<int>(values.size()), nullptr,
                                           values.data(), nullptr, nullptr, 0));
}

} // namespace orders
