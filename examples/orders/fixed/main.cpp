// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "config.hpp"
#include "handlers.hpp"
#include "server.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <chrono>
#include <csignal>
#include <exception>
#include <filesystem>
#include <iostream>

namespace asio = boost::asio;
using namespace std::chrono_literals;

namespace {

constexpr std::size_t worker_threads = 4;

orders::DbOptions main_database(const orders::Config& config) {
  return {.conninfo = config.conninfo,
          .size = 8,
          .max_overflow = 8,
          .acquire_timeout = 2s,
          .connect_timeout = 3s,
          .statement_timeout = 5s,
          .recycle = 30min};
}

// Few connections and more patience, so that the reports don't slow the shop down.
orders::DbOptions reports_database(const orders::Config& config) {
  return {.conninfo = config.reports_conninfo.empty() ? config.conninfo : config.reports_conninfo,
          .size = 2,
          .max_overflow = 0,
          .acquire_timeout = 5s,
          .connect_timeout = 3s,
          .statement_timeout = 10s,
          .recycle = 30min};
}

asio::awaitable<void> check_schema(orders::Pool& pool) {
  try {
    co_await pool.query("SELECT 1 FROM orders, audit LIMIT 1", {});
  } catch (const std::exception& failure) {
    std::clog << "warning: the database cannot be used yet: " << failure.what() << '\n';
  }
}

struct Lifespan {
  asio::signal_set& signals;
  orders::Server& server;
  orders::TaskGroup& sessions;
  orders::TaskGroup& tasks;
  orders::Pool& pool;
  orders::Pool& reports;
};

// What is opened first is closed last.
asio::awaitable<void> run(Lifespan service) {
  service.tasks.spawn(check_schema(service.pool));
  service.sessions.spawn(service.server.serve());
  co_await service.signals.async_wait(asio::use_awaitable);

  service.server.stop();
  co_await service.sessions.drain(1s);
  co_await service.tasks.drain(500ms);
  service.reports.close();
  service.pool.close();
}

void prepare_folders(const std::filesystem::path& data_dir) {
  std::filesystem::remove_all(data_dir / "parts"); // uploads that a crash has cut off
  for (const auto* name : {"attachments", "invoices", "parts"})
    std::filesystem::create_directories(data_dir / name);
}

int serve(const orders::Config& config) {
  prepare_folders(config.data_dir);

  asio::io_context io(1);
  asio::thread_pool workers(worker_threads);
  asio::signal_set signals(io, SIGINT, SIGTERM);
  orders::Pool pool(io.get_executor(), main_database(config));
  orders::Pool reports(io.get_executor(), reports_database(config));
  orders::TaskGroup tasks(io.get_executor());
  orders::TaskGroup sessions(io.get_executor());

  orders::OrderRepository repository(pool);
  orders::InventoryClient inventory(config.inventory_host, config.inventory_port);
  orders::AuditLog audit(pool, workers, config.data_dir / "audit.log");
  orders::OrderService service({config, repository, inventory, audit, tasks, workers});

  orders::Router router;
  orders::register_order_routes(router, service);
  orders::register_attachment_routes(router, service, config, workers, tasks);
  orders::register_report_routes(router, service, config, reports, workers);
  orders::register_health_routes(router, pool, sessions, tasks);

  asio::ip::tcp::acceptor acceptor(io, {config.address, config.port});
  std::cout << "listening on " << acceptor.local_endpoint() << std::endl;
  orders::Server server(std::move(acceptor), router, sessions);

  asio::co_spawn(io, run({signals, server, sessions, tasks, pool, reports}), [](std::exception_ptr error) {
    if (error)
      std::rethrow_exception(error);
  });
  io.run();
  workers.join();
  return 0;
}

} // namespace

int main(int argc, char** argv) try {
  std::signal(SIGPIPE, SIG_IGN); // a command that ends before it has read its input
  return serve(orders::load_config(argc, argv));
} catch (const std::exception& failure) {
  std::cerr << failure.what() << '\n';
  return 1;
}
