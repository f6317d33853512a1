// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "fleet/handlers.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/experimental/awaitable_operators.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <chrono>
#include <cstdlib>
#include <map>
#include <set>
#include <string>
#include <utility>

namespace asio = boost::asio;
using nlohmann::json;
using namespace std::chrono_literals;

namespace fleet {
namespace {

// Which state may follow which.
const std::map<TripState, std::set<TripState>> transitions{
    {TripState::planned, {TripState::assigned, TripState::cancelled}},
    {TripState::assigned, {TripState::under_way, TripState::planned, TripState::cancelled}},
    {TripState::under_way, {TripState::done}},
};

void check_transition(TripState from, TripState to) {
  const auto found = transitions.find(from);
  if (found == transitions.end() || !found->second.contains(to))
    throw HttpError(http::status::conflict,
                    json(from).get<std::string>() + " is not followed by " + json(to).get<std::string>());
}

json with_distance(const Trip &trip) {
  json object = trip;
  object["kilometres"] = kilometres(trip.from, trip.to);
  return object;
}

Trip trip_of(Services &services, const Exchange &exchange) {
  auto trip = services.store.trip(exchange.parameters.number("id"));
  if (!trip)
    throw HttpError(http::status::not_found, "there is no such trip");
  return *std::move(trip);
}

std::string region_of(Services &services, const Trip &trip) {
  const auto vehicle = services.store.vehicle(trip.vehicle);
  return vehicle ? vehicle->region : std::string();
}

bool print_label(const Trip &trip) {
  const auto command = "lp -d labels -t 'trip " + std::to_string(trip.id) + "' label.pdf";
  return std::system(command.c_str()) == 0;
}

asio::awaitable<std::pair<Place, Place>> places(Services &services, std::string from, std::string to) {
  using namespace asio::experimental::awaitable_operators;
  auto [start, end] = co_await (services.geocoder.locate(std::move(from)) && services.geocoder.locate(std::move(to)));
  if (!start || !end)
    throw HttpError(http::status::unprocessable_entity, "an address can't be found");
  co_return std::pair(*std::move(start), *std::move(end));
}

// Looks for a vehicle until there is one, or for too long.
asio::awaitable<void> assign(Services &services, Id id) {
  asio::steady_timer pause(co_await asio::this_coro::executor);
  for (auto wait = 1s; wait < 2min; wait *= 2) {
    auto trip = services.store.trip(id);
    if (!trip || trip->state != TripState::planned)
      co_return;
    const int charge = static_cast<int>(kilometres(trip->from, trip->to) / 3) + 10;
    auto vehicle =
        services.store.closest(trip->from, {.region = {}, .state = VehicleState::idle, .min_charge = charge});
    if (vehicle) {
      vehicle->state = VehicleState::driving;
      trip->vehicle = vehicle->id;
      trip->state = TripState::assigned;
      services.store.update(*vehicle);
      services.store.update(*trip);
      services.dispatch.send(*trip);
      services.hub.publish(vehicle->region, {{"event", "trip assigned"}, {"trip", *trip}});
      co_return;
    }
    pause.expires_after(wait);
    co_await pause.async_wait(asio::use_awaitable);
  }
  services.metrics.count("trips.unassigned");
}

asio::awaitable<Response> list_trips(Services &services, Exchange &exchange) {
  const auto hours = exchange.parameters.number_or("hours", 24);
  json trips = json::array();
  for (const auto &trip : services.store.trips(Clock::now() - std::chrono::hours(hours)))
    trips.push_back(with_distance(trip));
  co_return json_response(http::status::ok, trips);
}

asio::awaitable<Response> get_trip(Services &services, Exchange &exchange) {
  co_return json_response(http::status::ok, with_distance(trip_of(services, exchange)));
}

asio::awaitable<Response> create_trip(Services &services, Exchange &exchange) {
  const auto body = body_of(exchange.request);
  Trip trip;
  trip.customer = body.at("customer").get<std::string>();
  trip.asked_for = Clock::now();
  auto [from, to] = co_await places(services, body.at("from"), body.at("to"));
  trip.from = from.position;
  trip.to = to.position;
  if (kilometres(trip.from, trip.to) > 200)
    throw HttpError(http::status::unprocessable_entity, "that is too far");
  trip = services.store.add(std::move(trip));
  services.metrics.count("trips.planned");
  if (body.value("label", false) && !print_label(trip))
    services.metrics.count("trips.unlabelled");
  asio::co_spawn(co_await asio::this_coro::executor, assign(services, trip.id), asio::detached);
  json answer = with_distance(trip);
  answer["places"] = {from.name, to.name};
  co_return json_response(http::status::created, answer);
}

asio::awaitable<Response> set_state(Services &services, Exchange &exchange) {
  auto trip = trip_of(services, exchange);
  const auto state = body_of(exchange.request).at("state").get<TripState>();
  check_transition(trip.state, state);
  const auto region = region_of(services, trip);
  trip.state = state;
  services.store.update(trip);
  if (state == TripState::done || state == TripState::cancelled) {
    if (auto vehicle = services.store.vehicle(trip.vehicle)) {
      vehicle->state = vehicle->charge < 20 ? VehicleState::charging : VehicleState::idle;
      services.store.update(*vehicle);
    }
  }
  services.hub.publish(region, {{"event", "trip changed"}, {"trip", trip}});
  co_return json_response(http::status::ok, with_distance(trip));
}

} // namespace

void register_trip_routes(Router &router, Services &services) {
  const auto route = [&](http::verb verb, std::string_view pattern, auto function) {
    router.add(verb, pattern, [&services, function](Exchange &exchange) { return function(services, exchange); });
  };
  route(http::verb::get, "/trips", list_trips);
  route(http::verb::post, "/trips", create_trip);
  route(http::verb::get, "/trips/{id}", get_trip);
  route(http::verb::put, "/trips/{id}/state", set_state);
}

} // namespace fleet
