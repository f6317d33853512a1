// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "fleet/model.hpp"

#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <shared_mutex>
#include <string>
#include <vector>

namespace fleet {

// What has changed since the last snapshot, one object a line.
class Journal {
public:
  explicit Journal(std::filesystem::path file) : file_(std::move(file)) {}
  void append(std::string_view kind, const nlohmann::json &what);
  void replay(const std::function<void(const std::string &, const nlohmann::json &)> &apply) const;
  void clear();

private:
  std::filesystem::path file_;
  std::ofstream stream_;
  std::mutex mutex_;
};

struct VehicleFilter {
  std::string region;
  std::optional<VehicleState> state;
  int min_charge = 0;
};

class Store {
public:
  explicit Store(const std::filesystem::path &folder);

  void load();
  void snapshot();

  std::vector<Vehicle> vehicles(const VehicleFilter &filter) const;
  std::optional<Vehicle> vehicle(Id id) const;
  std::optional<Vehicle> closest(const Position &to, const VehicleFilter &filter) const;
  Vehicle add(Vehicle vehicle);
  bool update(const Vehicle &vehicle);
  bool move(Id id, const Position &position, int charge);

  std::vector<Trip> trips(Clock::time_point since) const;
  std::optional<Trip> trip(Id id) const;
  Trip add(Trip trip);
  bool update(const Trip &trip);

private:
  template <class T> void put(std::map<Id, T> &table, T value) {
    last_id_ = std::max(last_id_, value.id);
    table.insert_or_assign(value.id, std::move(value));
  }

  std::filesystem::path folder_;
  Journal journal_;
  mutable std::shared_mutex mutex_;
  std::map<Id, Vehicle> vehicles_;
  std::map<Id, Trip> trips_;
  Id last_id_ = 0;
};

} // namespace fleet
