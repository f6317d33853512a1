// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "fleet/store.hpp"

#include <iostream>
#include <limits>
#include <ranges>
#include <system_error>

using nlohmann::json;

namespace fleet {
namespace {

bool fits(const Vehicle &vehicle, const VehicleFilter &filter) {
  if (!filter.region.empty() && vehicle.region != filter.region)
    return false;
  if (filter.state && vehicle.state != *filter.state)
    return false;
  return vehicle.charge >= filter.min_charge;
}

template <class T> std::optional<T> find_in(const std::map<Id, T> &table, Id id) {
  const auto found = table.find(id);
  return found == table.end() ? std::nullopt : std::optional(found->second);
}

template <class T> json values_of(const std::map<Id, T> &table) {
  json array = json::array();
  for (const auto &value : table | std::views::values)
    array.push_back(value);
  return array;
}

// The old file stays until the new one is complete.
void replace_file(const std::filesystem::path &file, const json &content) {
  auto fresh = file;
  fresh += ".new";
  std::ofstream output(fresh, std::ios::trunc);
  output << content.dump(1) << '\n';
  output.close();
  if (!output)
    throw std::system_error(errno, std::generic_category(), fresh.string());
  std::filesystem::rename(fresh, file);
}

json read_file(const std::filesystem::path &file) {
  std::ifstream input(file);
  return input ? json::parse(input) : json::object();
}

} // namespace

void Journal::append(std::string_view kind, const json &what) {
  const std::lock_guard lock(mutex_);
  if (!stream_.is_open())
    stream_.open(file_, std::ios::app);
  stream_ << json{{"kind", kind}, {"what", what}} << std::endl;
}

void Journal::replay(const std::function<void(const std::string &, const json &)> &apply) const {
  std::ifstream input(file_);
  std::size_t number = 0;
  for (std::string line; std::getline(input, line);) {
    ++number;
    const auto entry = json::parse(line, nullptr, false);
    if (!entry.is_object()) {
      // The last line may be half written.
      std::clog << file_ << ':' << number << ": not an entry\n";
      continue;
    }
    apply(entry.at("kind").get<std::string>(), entry.at("what"));
  }
}

void Journal::clear() {
  const std::lock_guard lock(mutex_);
  stream_.close();
  std::filesystem::remove(file_);
}

Store::Store(const std::filesystem::path &folder) : folder_(folder), journal_(folder / "journal.jsonl") {
  std::filesystem::create_directories(folder_);
}

void Store::load() {
  const auto state = read_file(folder_ / "state.json");
  const std::unique_lock lock(mutex_);
  for (const auto &vehicle : state.value("vehicles", json::array()))
    put(vehicles_, vehicle.get<Vehicle>());
  for (const auto &trip : state.value("trips", json::array()))
    put(trips_, trip.get<Trip>());
  journal_.replay([this](const std::string &kind, const json &what) {
    if (kind == "vehicle")
      put(vehicles_, what.get<Vehicle>());
    else if (kind == "trip")
      put(trips_, what.get<Trip>());
  });
}

void Store::snapshot() {
  const std::unique_lock lock(mutex_);
  replace_file(folder_ / "state.json", {{"vehicles", values_of(vehicles_)}, {"trips", values_of(trips_)}});
  journal_.clear();
}

std::vector<Vehicle> Store::vehicles(const VehicleFilter &filter) const {
  const std::shared_lock lock(mutex_);
  std::vector<Vehicle> result;
  std::ranges::copy_if(vehicles_ | std::views::values, std::back_inserter(result),
                       [&](const Vehicle &vehicle) { return fits(vehicle, filter); });
  return result;
}

std::optional<Vehicle> Store::vehicle(Id id) const {
  const std::shared_lock lock(mutex_);
  return find_in(vehicles_, id);
}

std::optional<Vehicle> Store::closest(const Position &to, const VehicleFilter &filter) const {
  const std::shared_lock lock(mutex_);
  const Vehicle *best = nullptr;
  double distance = std::numeric_limits<double>::max();
  for (const auto &vehicle : vehicles_ | std::views::values) {
    const double its = fits(vehicle, filter) ? kilometres(vehicle.position, to) : distance;
    if (its < distance) {
      best = &vehicle;
      distance = its;
    }
  }
  return best ? std::optional(*best) : std::nullopt;
}

Vehicle Store::add(Vehicle vehicle) {
  const std::unique_lock lock(mutex_);
  vehicle.id = last_id_ + 1;
  put(vehicles_, vehicle);
  journal_.append("vehicle", vehicle);
  return vehicle;
}

bool Store::update(const Vehicle &vehicle) {
  const std::unique_lock lock(mutex_);
  const auto found = vehicles_.find(vehicle.id);
  if (found == vehicles_.end() || found->second.state == VehicleState::retired)
    return false;
  found->second = vehicle;
  journal_.append("vehicle", vehicle);
  return true;
}

// Positions come every second and are not worth a line in the journal.
bool Store::move(Id id, const Position &position, int charge) {
  const std::unique_lock lock(mutex_);
  const auto found = vehicles_.find(id);
  if (found == vehicles_.end())
    return false;
  found->second.position = position;
  found->second.charge = charge;
  return true;
}

std::vector<Trip> Store::trips(Clock::time_point since) const {
  const std::shared_lock lock(mutex_);
  std::vector<Trip> result;
  for (const auto &trip : trips_ | std::views::values)
    if (trip.asked_for >= since)
      result.push_back(trip);
  std::ranges::sort(result, std::greater(), &Trip::asked_for);
  return result;
}

std::optional<Trip> Store::trip(Id id) const {
  const std::shared_lock lock(mutex_);
  return find_in(trips_, id);
}

Trip Store::add(Trip trip) {
  const std::unique_lock lock(mutex_);
  trip.id = last_id_ + 1;
  put(trips_, trip);
  journal_.append("trip", trip);
  return trip;
}

bool Store::update(const Trip &trip) {
  const std::unique_lock lock(mutex_);
  const auto found = trips_.find(trip.id);
  if (found == trips_.end())
    return false;
  found->second = trip;
  journal_.append("trip", trip);
  return true;
}

} // namespace fleet
