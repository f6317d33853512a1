// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "db.hpp"

#include "error.hpp"

#include <boost/asio/deferred.hpp>
#include <boost/asio/experimental/parallel_group.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/system/system_error.hpp>

#include <map>
#include <string_view>
#include <utility>

namespace asio = boost::asio;
using boost::system::error_code;
using Descriptor = asio::posix::stream_descriptor;

namespace orders {
namespace {

using ConnectionParameters = std::map<std::string, std::string>;

// Waits for the operation, but no longer than the timer runs. The operation's own result decides, so that
// one which completes together with the timer is not lost.
template <class Operation> asio::awaitable<error_code> with_timeout(Operation operation, asio::steady_timer& timer) {
  auto group = asio::experimental::make_parallel_group(std::move(operation), timer.async_wait(asio::deferred));
  auto [order, result, expired] = co_await group.async_wait(asio::experimental::wait_for_one(), asio::use_awaitable);
  if (result == asio::error::operation_aborted && !expired)
    co_return asio::error::timed_out;
  co_return result;
}

// libpq would look a host name up synchronously. Its addresses are found here and handed over as hostaddr.
asio::awaitable<void> resolve_host(ConnectionParameters& parameters) {
  const std::string host = parameters["host"];
  if (host.empty() || host.front() == '/' || parameters.contains("hostaddr"))
    co_return;
  if (host.find(',') != std::string::npos)
    throw Error(Fault::unavailable, "several database hosts need a hostaddr each");
  asio::ip::tcp::resolver resolver(co_await asio::this_coro::executor);
  const auto found = co_await resolver.async_resolve(host, "", asio::use_awaitable);
  std::string hosts, addresses;
  for (const auto& entry : found) {
    hosts += (hosts.empty() ? "" : ",") + host;
    addresses += (addresses.empty() ? "" : ",") + entry.endpoint().address().to_string();
  }
  parameters["host"] = hosts;
  parameters["hostaddr"] = addresses;
}

ConnectionParameters parse(const DbOptions& options) {
  char* message = nullptr;
  const std::unique_ptr<PQconninfoOption, decltype(&PQconninfoFree)> parsed(
      PQconninfoParse(options.conninfo.c_str(), &message), &PQconninfoFree);
  const std::unique_ptr<char, decltype(&PQfreemem)> owned(message, &PQfreemem);
  if (!parsed)
    throw Error(Fault::unavailable, message ? message : "the connection string cannot be read");
  ConnectionParameters parameters;
  for (const auto* option = parsed.get(); option->keyword; ++option)
    if (option->val)
      parameters[option->keyword] = option->val;
  parameters.try_emplace("application_name", "orders");
  parameters.try_emplace("client_encoding", "UTF8");
  parameters.try_emplace("options", "-c statement_timeout=" + std::to_string(options.statement_timeout.count()));
  return parameters;
}

PGconn* start(const ConnectionParameters& parameters) {
  std::vector<const char*> keywords, values;
  for (const auto& [keyword, value] : parameters) {
    keywords.push_back(keyword.c_str());
    values.push_back(value.c_str());
  }
  keywords.push_back(nullptr);
  values.push_back(nullptr);
  return PQconnectStartParams(keywords.data(), values.data(), 0);
}

Result checked(Result result, const std::string& message) {
  const auto status = PQresultStatus(result.get());
  if (status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK)
    return result;
  const char* code = PQresultErrorField(result.get(), PG_DIAG_SQLSTATE);
  const std::string_view state = code ? code : "";
  if (state.starts_with("22")) // data exception
    throw Error(Fault::invalid, "a value is out of range or malformed");
  if (state.starts_with("23")) // integrity constraint violation
    throw Error(Fault::conflict, "the change violates a constraint");
  if (state.empty() || state.starts_with("08") || state.starts_with("53") || state.starts_with("57"))
    throw Error(Fault::unavailable, message); // connection, resources, operator intervention or timeout
  throw std::runtime_error(message);
}

} // namespace

Connection::Connection(asio::any_io_executor executor, PGconn* connection, const DbOptions& options)
    : connection_(connection, &PQfinish), socket_(executor), timer_(executor),
      statement_timeout_(options.statement_timeout) {}

Connection::~Connection() {
  if (socket_.is_open())
    socket_.release(); // PQfinish closes the descriptor
}

asio::awaitable<void> Connection::ready(Descriptor::wait_type type, Clock::time_point deadline) {
  timer_.expires_at(deadline);
  const auto error = co_await with_timeout(socket_.async_wait(type, asio::deferred), timer_);
  if (error == asio::error::timed_out)
    throw Error(Fault::unavailable, "the database did not answer in time");
  if (error)
    throw boost::system::system_error(error);
}

asio::awaitable<std::unique_ptr<Connection>> Connection::open(const DbOptions& options) {
  auto parameters = parse(options);
  co_await resolve_host(parameters);
  std::unique_ptr<Connection> result(new Connection(co_await asio::this_coro::executor, start(parameters), options));
  auto* connection = result->connection_.get();
  if (!connection || PQstatus(connection) == CONNECTION_BAD)
    throw Error(Fault::unavailable, connection ? result->message() : "out of memory");

  const auto deadline = Clock::now() + options.connect_timeout;
  for (auto state = PGRES_POLLING_WRITING; state != PGRES_POLLING_OK; state = PQconnectPoll(connection)) {
    if (state == PGRES_POLLING_FAILED)
      throw Error(Fault::unavailable, result->message());
    // libpq may change its socket from one poll to the next, so each wait has its own registration.
    result->socket_.assign(PQsocket(connection));
    co_await result->ready(state == PGRES_POLLING_READING ? Descriptor::wait_read : Descriptor::wait_write, deadline);
    result->socket_.release();
  }
  result->socket_.assign(PQsocket(connection));
  if (PQsetnonblocking(connection, 1) != 0)
    throw Error(Fault::unavailable, result->message());
  co_return result;
}

asio::awaitable<Result> Connection::query(std::string sql, SqlValues values) {
  auto* connection = connection_.get();
  const auto deadline = Clock::now() + statement_timeout_ + std::chrono::milliseconds(500);
  std::vector<const char*> pointers;
  for (const auto& value : values)
    pointers.push_back(value ? value->c_str() : nullptr);
  if (!PQsendQueryParams(connection, sql.c_str(), static_cast<int>(pointers.size()), nullptr, pointers.data(), nullptr,
                         nullptr, 0))
    throw Error(Fault::unavailable, message());

  while (const int unsent = PQflush(connection)) {
    if (unsent < 0)
      throw Error(Fault::unavailable, message());
    co_await ready(Descriptor::wait_write, deadline);
  }
  Result last;
  for (;;) {
    while (PQisBusy(connection)) {
      co_await ready(Descriptor::wait_read, deadline);
      if (!PQconsumeInput(connection))
        throw Error(Fault::unavailable, message());
    }
    Result next(PQgetResult(connection));
    if (!next.get())
      break;
    last = std::move(next);
  }
  co_return checked(std::move(last), message());
}

bool Connection::reusable() {
  return PQtransactionStatus(connection_.get()) == PQTRANS_IDLE && PQconsumeInput(connection_.get()) &&
         PQstatus(connection_.get()) == CONNECTION_OK;
}

Pool::Lease::~Lease() {
  if (!pool_)
    return;
  --pool_->in_use_;
  // A permit that nobody takes back means that the pool is closed.
  if (pool_->permits_.try_send(error_code()) && connection_ && connection_->reusable() &&
      pool_->idle_.size() < pool_->options_.size)
    pool_->idle_.push_back(std::move(connection_));
}

Pool::Pool(asio::any_io_executor executor, DbOptions options)
    : options_(std::move(options)), permits_(executor, options_.size + options_.max_overflow) {
  for (std::size_t i = 0; i < options_.size + options_.max_overflow; ++i)
    permits_.try_send(error_code());
}

asio::awaitable<Pool::Lease> Pool::acquire() {
  asio::steady_timer timer(co_await asio::this_coro::executor, options_.acquire_timeout);
  if (co_await with_timeout(permits_.async_receive(asio::deferred), timer))
    throw Error(Fault::unavailable, "no database connection is free");
  ++in_use_;
  Lease lease(*this); // gives the permit back, whatever happens next
  while (!idle_.empty() && !lease.connection_) {
    auto connection = std::move(idle_.back());
    idle_.pop_back();
    if (Clock::now() - connection->opened_at() < options_.recycle && connection->reusable())
      lease.connection_ = std::move(connection);
  }
  if (!lease.connection_)
    lease.connection_ = co_await Connection::open(options_);
  co_return lease;
}

asio::awaitable<Result> Pool::query(std::string sql, SqlValues values) {
  auto lease = co_await acquire();
  co_return co_await lease->query(std::move(sql), std::move(values));
}

void Pool::close() {
  permits_.close();
  idle_.clear();
}

} // namespace orders
