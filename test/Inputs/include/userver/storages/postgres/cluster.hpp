// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef USERVER_STORAGES_POSTGRES_CLUSTER_HPP
#define USERVER_STORAGES_POSTGRES_CLUSTER_HPP
#include <cstddef>
#include <optional>
#include <string>

namespace userver::storages::postgres {

enum class ClusterHostType { kMaster, kSlave };

class Query {
public:
  Query(const char *Statement);
  Query(std::string Statement);
};

class Row {
public:
  template <typename T> T As() const;
};

class ResultSet {
public:
  std::size_t Size() const;
  bool IsEmpty() const;
  Row Front() const;
  Row operator[](std::size_t Index) const;
  const Row *begin() const;
  const Row *end() const;
  template <typename T> T AsSingleRow() const;
  template <typename T> std::optional<T> AsOptionalSingleRow() const;
};

class Cluster {
public:
  template <typename... Args>
  ResultSet Execute(ClusterHostType Host, const Query &Text,
                    const Args &...Values);
};

} // namespace userver::storages::postgres
#endif
