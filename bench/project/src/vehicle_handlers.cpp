// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "fleet/handlers.hpp"

#include <algorithm>
#include <chrono>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <thread>
#include <utility>

namespace asio = boost::asio;
using nlohmann::json;

namespace fleet {
namespace {

class VehicleHandlers {
public:
  explicit VehicleHandlers(Services &services) : services_(services) {}

  asio::awaitable<Response> list(Exchange &exchange) {
    VehicleFilter filter;
    filter.region = exchange.parameters.text_or("region", "");
    filter.min_charge = static_cast<int>(exchange.parameters.number_or("min_charge", 0));
    if (const auto *state = exchange.parameters.find("state"))
      filter.state = json(*state).get<VehicleState>();
    auto vehicles = services_.store.vehicles(filter);

    const auto limit = std::clamp<std::int64_t>(exchange.parameters.number_or("limit", 100), 1, 1000);
    const auto offset = std::max<std::int64_t>(exchange.parameters.number_or("offset", 0), 0);
    const auto total = static_cast<std::int64_t>(vehicles.size());
    std::ranges::sort(vehicles, {}, &Vehicle::plate);
    const auto first = vehicles.begin() + std::min(offset, total);
    const auto last = first + std::min(limit, vehicles.end() - first);
    co_return json_response(http::status::ok, {{"total", total}, {"vehicles", std::vector<Vehicle>(first, last)}});
  }

  asio::awaitable<Response> get(Exchange &exchange) { co_return json_response(http::status::ok, wanted(exchange)); }

  asio::awaitable<Response> create(Exchange &exchange) {
    auto vehicle = body_of(exchange.request).get<Vehicle>();
    check(vehicle);
    vehicle.id = 0;
    const auto stored = services_.store.add(std::move(vehicle));
    services_.hub.publish(stored.region, {{"event", "vehicle added"}, {"vehicle", stored}});
    services_.metrics.count("vehicles.added");
    co_return json_response(http::status::created, stored);
  }

  asio::awaitable<Response> patch(Exchange &exchange) {
    const auto before = wanted(exchange);
    const auto changes = body_of(exchange.request);
    static const std::set<std::string> changeable{"plate", "region", "state", "note"};
    for (const auto &[name, value] : changes.items())
      if (!changeable.contains(name))
        throw HttpError(http::status::unprocessable_entity, name + " can't be changed");
    json merged = before;
    merged.merge_patch(changes);
    auto after = merged.get<Vehicle>();
    check(after);
    if (!services_.store.update(after))
      throw HttpError(http::status::conflict, "the vehicle was retired meanwhile");
    services_.hub.publish(after.region, {{"event", "vehicle changed"}, {"vehicle", after}});
    co_return json_response(http::status::ok, after);
  }

  asio::awaitable<Response> retire(Exchange &exchange) {
    auto vehicle = wanted(exchange);
    // The trip that it is on may need a moment to end.
    for (int attempt = 0; vehicle.state == VehicleState::driving && attempt < 5; ++attempt) {
      std::this_thread::sleep_for(std::chrono::milliseconds(200));
      vehicle = wanted(exchange);
    }
    if (vehicle.state == VehicleState::driving)
      throw HttpError(http::status::conflict, "the vehicle is driving");
    vehicle.state = VehicleState::retired;
    services_.store.update(vehicle);
    services_.hub.publish(vehicle.region, {{"event", "vehicle retired"}, {"id", vehicle.id}});
    co_return json_response(http::status::ok, vehicle);
  }

  asio::awaitable<Response> import(Exchange &exchange) {
    const auto *name = exchange.parameters.find("file");
    if (!name || name->find('/') != std::string::npos)
      throw HttpError(http::status::bad_request, "a file's name is needed");
    const auto rows = read_rows(services_.config.data_folder / "imports" / *name);
    std::size_t added = 0;
    json refused = json::array();
    for (const auto &row : rows) {
      try {
        auto vehicle = row.get<Vehicle>();
        check(vehicle);
        services_.store.add(std::move(vehicle));
        ++added;
      } catch (const std::exception &error) {
        refused.push_back({{"row", row}, {"error", error.what()}});
      }
    }
    services_.metrics.count("vehicles.added", static_cast<std::int64_t>(added));
    co_return json_response(http::status::ok, {{"added", added}, {"refused", std::move(refused)}});
  }

private:
  static json read_rows(const std::filesystem::path &file) {
    std::ifstream input(file);
    if (!input)
      throw HttpError(http::status::not_found, "there is no such file");
    const std::string text(std::istreambuf_iterator<char>(input), {});
    auto rows = json::parse(text, nullptr, false);
    if (!rows.is_array())
      throw HttpError(http::status::unprocessable_entity, "the file is not an array");
    return rows;
  }

  Vehicle wanted(const Exchange &exchange) const {
    auto vehicle = services_.store.vehicle(exchange.parameters.number("id"));
    if (!vehicle)
      throw HttpError(http::status::not_found, "there is no such vehicle");
    return *std::move(vehicle);
  }

  void check(const Vehicle &vehicle) const {
    if (vehicle.plate.empty() || vehicle.plate.size() > 12)
      throw HttpError(http::status::unprocessable_entity, "a plate has 1 to 12 characters");
    if (std::ranges::find(services_.config.regions, vehicle.region) == services_.config.regions.end())
      throw HttpError(http::status::unprocessable_entity, "there is no region " + vehicle.region);
    if (vehicle.note && vehicle.note->size() > 500)
      throw HttpError(http::status::unprocessable_entity, "the note is too long");
  }

  Services &services_;
};

} // namespace

void register_vehicle_routes(Router &router, Services &services) {
  const auto handlers = std::make_shared<VehicleHandlers>(services);
  using Method = asio::awaitable<Response> (VehicleHandlers::*)(Exchange &);
  const auto route = [&](http::verb verb, std::string_view pattern, Method method) {
    router.add(verb, pattern, [handlers, method](Exchange &exchange) { return ((*handlers).*method)(exchange); });
  };
  route(http::verb::get, "/vehicles", &VehicleHandlers::list);
  route(http::verb::post, "/vehicles", &VehicleHandlers::create);
  route(http::verb::get, "/vehicles/{id}", &VehicleHandlers::get);
  route(http::verb::patch, "/vehicles/{id}", &VehicleHandlers::patch);
  route(http::verb::delete_, "/vehicles/{id}", &VehicleHandlers::retire);
  route(http::verb::post, "/vehicles/imports", &VehicleHandlers::import);
}

} // namespace fleet
