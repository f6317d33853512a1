// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "fleet/clients.hpp"
#include "fleet/config.hpp"
#include "fleet/http.hpp"
#include "fleet/hub.hpp"
#include "fleet/metrics.hpp"
#include "fleet/store.hpp"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>

namespace fleet {

struct Services {
  const Config &config;
  Store &store;
  GeocoderClient &geocoder;
  DispatchLink &dispatch;
  Hub &hub;
  Metrics &metrics;
};

void register_vehicle_routes(Router &router, Services &services);
void register_trip_routes(Router &router, Services &services);
void register_report_routes(Router &router, Services &services);

// Accepts connections until the event loop ends.
boost::asio::awaitable<void> serve(boost::asio::ip::tcp::endpoint endpoint, const Router &router, Services &services);

} // namespace fleet
