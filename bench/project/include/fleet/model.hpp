// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <numbers>
#include <optional>
#include <string>
#include <vector>

namespace fleet {

using Id = std::int64_t;
using Clock = std::chrono::system_clock;

enum class VehicleState { idle, driving, charging, retired };
NLOHMANN_JSON_SERIALIZE_ENUM(VehicleState, {{VehicleState::idle, "idle"},
                                            {VehicleState::driving, "driving"},
                                            {VehicleState::charging, "charging"},
                                            {VehicleState::retired, "retired"}})

enum class TripState { planned, assigned, under_way, done, cancelled };
NLOHMANN_JSON_SERIALIZE_ENUM(TripState, {{TripState::planned, "planned"},
                                         {TripState::assigned, "assigned"},
                                         {TripState::under_way, "under_way"},
                                         {TripState::done, "done"},
                                         {TripState::cancelled, "cancelled"}})

struct Position {
  double latitude = 0;
  double longitude = 0;
};
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(Position, latitude, longitude)

struct Vehicle {
  Id id = 0;
  std::string plate;
  std::string region;
  VehicleState state = VehicleState::idle;
  Position position;
  int charge = 100;
  std::optional<std::string> note;
};

struct Trip {
  Id id = 0;
  Id vehicle = 0;
  std::string customer;
  Position from;
  Position to;
  TripState state = TripState::planned;
  Clock::time_point asked_for;
};

inline std::int64_t seconds_of(Clock::time_point when) {
  return std::chrono::duration_cast<std::chrono::seconds>(when.time_since_epoch()).count();
}

inline void to_json(nlohmann::json &json, const Vehicle &vehicle) {
  json = {{"id", vehicle.id},       {"plate", vehicle.plate},       {"region", vehicle.region},
          {"state", vehicle.state}, {"position", vehicle.position}, {"charge", vehicle.charge}};
  if (vehicle.note)
    json["note"] = *vehicle.note;
}

inline void from_json(const nlohmann::json &json, Vehicle &vehicle) {
  vehicle.id = json.value("id", Id{0});
  json.at("plate").get_to(vehicle.plate);
  json.at("region").get_to(vehicle.region);
  vehicle.state = json.value("state", VehicleState::idle);
  vehicle.position = json.value("position", Position{});
  vehicle.charge = std::clamp(json.value("charge", 100), 0, 100);
  if (const auto note = json.find("note"); note != json.end() && note->is_string())
    vehicle.note = note->get<std::string>();
}

inline void to_json(nlohmann::json &json, const Trip &trip) {
  json = {{"id", trip.id},
          {"vehicle", trip.vehicle},
          {"customer", trip.customer},
          {"from", trip.from},
          {"to", trip.to},
          {"state", trip.state},
          {"asked_for", seconds_of(trip.asked_for)}};
}

inline void from_json(const nlohmann::json &json, Trip &trip) {
  trip.id = json.value("id", Id{0});
  trip.vehicle = json.value("vehicle", Id{0});
  json.at("customer").get_to(trip.customer);
  trip.from = json.value("from", Position{});
  trip.to = json.value("to", Position{});
  trip.state = json.value("state", TripState::planned);
  trip.asked_for = Clock::time_point(std::chrono::seconds(json.value("asked_for", std::int64_t{0})));
}

inline double kilometres(const Position &a, const Position &b) {
  constexpr double radius = 6371, degree = std::numbers::pi / 180;
  const double north = std::sin((b.latitude - a.latitude) * degree / 2);
  const double east = std::sin((b.longitude - a.longitude) * degree / 2);
  const double square = north * north + std::cos(a.latitude * degree) * std::cos(b.latitude * degree) * east * east;
  return 2 * radius * std::asin(std::min(1.0, std::sqrt(square)));
}

} // namespace fleet
