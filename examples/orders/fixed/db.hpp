// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/experimental/channel.hpp>
#include <boost/asio/posix/stream_descriptor.hpp>
#include <boost/asio/steady_timer.hpp>
#include <libpq-fe.h>

#include <chrono>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace orders {

using Clock = std::chrono::steady_clock;
using SqlValues = std::vector<std::optional<std::string>>; // nullopt is NULL

struct DbOptions {
  std::string conninfo;
  std::size_t size = 8;         // connections that are kept
  std::size_t max_overflow = 8; // connections that are opened beyond them under load
  std::chrono::milliseconds acquire_timeout = std::chrono::seconds(2);
  std::chrono::milliseconds connect_timeout = std::chrono::seconds(3);
  std::chrono::milliseconds statement_timeout = std::chrono::seconds(5);
  std::chrono::milliseconds recycle = std::chrono::minutes(30);
};

class Result {
public:
  explicit Result(PGresult* result = nullptr) : result_(result, &PQclear) {}

  const PGresult* get() const { return result_.get(); }
  int rows() const { return PQntuples(get()); }
  std::string text(int row, int column) const { return PQgetvalue(get(), row, column); }

private:
  std::unique_ptr<PGresult, decltype(&PQclear)> result_;
};

// One nonblocking libpq connection. All its waits are for readiness of the socket, on the event loop.
class Connection {
public:
  static boost::asio::awaitable<std::unique_ptr<Connection>> open(const DbOptions& options);
  ~Connection();

  // Throws Error: unavailable when the database is away or too slow, conflict for a violated constraint,
  // invalid for a value that its type cannot hold.
  boost::asio::awaitable<Result> query(std::string sql, SqlValues values);

  // True when the server has not gone away and no statement is under way.
  bool reusable();
  Clock::time_point opened_at() const { return opened_at_; }

private:
  Connection(boost::asio::any_io_executor executor, PGconn* connection, const DbOptions& options);
  boost::asio::awaitable<void> ready(boost::asio::posix::stream_descriptor::wait_type type, Clock::time_point deadline);
  std::string message() const { return PQerrorMessage(connection_.get()); }

  std::unique_ptr<PGconn, decltype(&PQfinish)> connection_;
  boost::asio::posix::stream_descriptor socket_; // registered here, owned by libpq
  boost::asio::steady_timer timer_;
  std::chrono::milliseconds statement_timeout_;
  Clock::time_point opened_at_ = Clock::now();
};

// For a single-threaded executor. Must outlive its leases.
class Pool {
public:
  class Lease {
  public:
    Lease(Lease&& other) noexcept
        : pool_(std::exchange(other.pool_, nullptr)), connection_(std::move(other.connection_)) {}
    ~Lease();
    Connection* operator->() { return connection_.get(); }

  private:
    friend class Pool;
    explicit Lease(Pool& pool) : pool_(&pool) {}
    Pool* pool_;
    std::unique_ptr<Connection> connection_;
  };

  Pool(boost::asio::any_io_executor executor, DbOptions options);

  boost::asio::awaitable<Lease> acquire();
  boost::asio::awaitable<Result> query(std::string sql, SqlValues values);
  void close();

  std::size_t idle() const { return idle_.size(); }
  std::size_t in_use() const { return in_use_; }

private:
  DbOptions options_;
  boost::asio::experimental::channel<void(boost::system::error_code)> permits_;
  std::vector<std::unique_ptr<Connection>> idle_;
  std::size_t in_use_ = 0;
};

} // namespace orders
