// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "fleet/handlers.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/strand.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <csignal>
#include <cstdlib>
#include <exception>
#include <functional>
#include <iostream>
#include <memory>
#include <string>
#include <thread>
#include <vector>

namespace asio = boost::asio;
namespace http = boost::beast::http;
using boost::system::error_code;
using tcp = asio::ip::tcp;

namespace {

void stop_on_failure(asio::io_context &loop, std::exception_ptr failure) {
  try {
    if (failure)
      std::rethrow_exception(failure);
  } catch (const std::exception &error) {
    std::clog << "fleet: " << error.what() << '\n';
    loop.stop();
  }
}

class Snapshots {
public:
  Snapshots(asio::io_context &loop, fleet::Store &store, fleet::Metrics &metrics, std::chrono::seconds every)
      : timer_(loop), store_(store), metrics_(metrics), every_(every) {
    wait();
  }

  void stop() { timer_.cancel(); }

private:
  void wait() {
    timer_.expires_after(every_);
    timer_.async_wait([this](error_code error) {
      if (error)
        return;
      save();
      wait();
    });
  }

  void save() {
    const fleet::Stopwatch watch(metrics_, "store.snapshots");
    try {
      store_.snapshot();
    } catch (const std::exception &error) {
      std::clog << "snapshot: " << error.what() << '\n';
      metrics_.count("store.snapshot_failures");
    }
  }

  asio::steady_timer timer_;
  fleet::Store &store_;
  fleet::Metrics &metrics_;
  std::chrono::seconds every_;
};

asio::awaitable<fleet::Response> authorize(const fleet::Config &config, fleet::Exchange &exchange,
                                           const fleet::Handler &next) {
  const auto header = exchange.request[http::field::authorization];
  const bool changes = exchange.request.method() != http::verb::get;
  if (changes && !config.admin_token.empty() && header != "Bearer " + config.admin_token)
    throw fleet::HttpError(http::status::unauthorized, "a token is needed");
  exchange.user = changes ? "admin" : "guest";
  co_return co_await next(exchange);
}

void register_operations(fleet::Router &router, fleet::Services &services) {
  router.add(http::verb::get, "/healthz", [](fleet::Exchange &) -> asio::awaitable<fleet::Response> {
    co_return fleet::json_response(http::status::ok, {{"status", "up"}});
  });
  router.add(http::verb::get, "/metrics", [&services](fleet::Exchange &exchange) -> asio::awaitable<fleet::Response> {
    if (exchange.parameters.text_or("format", "json") == "prometheus")
      co_return fleet::text_response(http::status::ok, "text/plain", services.metrics.prometheus());
    co_return fleet::json_response(http::status::ok, services.metrics.json());
  });
  router.add(http::verb::get, "/config", [&services](fleet::Exchange &) -> asio::awaitable<fleet::Response> {
    co_return fleet::text_response(http::status::ok, "text/plain", describe(services.config));
  });
}

int run(const fleet::Config &config) {
  asio::io_context loop(static_cast<int>(config.threads));
  fleet::Metrics metrics;
  fleet::Store store(config.data_folder);
  store.load();
  fleet::GeocoderClient geocoder(config, metrics);
  fleet::Hub hub(metrics);
  const auto dispatch = std::make_shared<fleet::DispatchLink>(asio::make_strand(loop), config.dispatch, metrics);
  dispatch->listen([&](fleet::Id id, const fleet::Position &position, int charge) {
    if (!store.move(id, position, charge))
      return metrics.count("dispatch.unknown_vehicles");
    if (const auto vehicle = store.vehicle(id))
      hub.publish(vehicle->region, {{"event", "moved"}, {"id", id}, {"position", position}, {"charge", charge}});
  });
  dispatch->start();

  fleet::Services services{config, store, geocoder, *dispatch, hub, metrics};
  fleet::Router router;
  router.use(
      [&config](fleet::Exchange &exchange, const fleet::Handler &next) { return authorize(config, exchange, next); });
  register_vehicle_routes(router, services);
  register_trip_routes(router, services);
  register_report_routes(router, services);
  register_operations(router, services);

  Snapshots snapshots(loop, store, metrics, config.snapshot_every);
  const auto end = [&loop](std::exception_ptr failure) { stop_on_failure(loop, failure); };
  const tcp::endpoint endpoint(asio::ip::make_address(config.address), config.port);
  asio::co_spawn(loop, serve(endpoint, router, services), end);
  asio::co_spawn(loop, report_metrics(metrics, config.statsd, std::chrono::seconds(10)), end);

  asio::signal_set signals(loop, SIGINT, SIGTERM);
  signals.async_wait([&](error_code error, int number) {
    if (error)
      return;
    std::clog << "fleet: ends after signal " << number << '\n';
    snapshots.stop();
    dispatch->stop();
    loop.stop();
  });

  std::vector<std::jthread> workers;
  for (unsigned i = 1; i < config.threads; ++i)
    workers.emplace_back([&loop] { loop.run(); });
  loop.run();
  workers.clear();
  store.snapshot();
  return EXIT_SUCCESS;
}

} // namespace

int main(int argc, char *argv[]) {
  try {
    const fleet::Config config = fleet::load_config(argc > 1 ? argv[1] : "");
    std::clog << describe(config);
    return run(config);
  } catch (const std::exception &error) {
    std::clog << "fleet: " << error.what() << '\n';
    return EXIT_FAILURE;
  }
}
