// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef TAO_PQ_HPP
#define TAO_PQ_HPP
#include <chrono>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace tao::pq {
class field {
public:
  template <typename T> auto as() const -> T;
};
class row {
public:
  auto operator[](const std::size_t column) const -> field;
  auto operator[](const std::string_view column) const -> field;
  template <typename T> auto as() const -> T;
};
class result {
public:
  auto empty() const noexcept -> bool;
  auto size() const noexcept -> std::size_t;
  auto operator[](const std::size_t index) const noexcept -> row;
  auto at(const std::size_t index) const -> row;
  template <typename T> auto as() const -> T;
  template <typename T> auto optional() const -> std::optional<T>;
};
class connection_pool;

class connection final : public std::enable_shared_from_this<connection> {
public:
  connection(const connection &) = delete;
  ~connection() = default;
  [[nodiscard]] static auto create(const std::string &connection_info)
      -> std::shared_ptr<connection>;
  template <typename... As>
  auto execute(const std::string_view statement, As &&...as) -> result;
  void set_timeout(const std::chrono::milliseconds timeout) noexcept;

private:
  connection();
};

class connection_pool {
public:
  template <typename T = connection_pool>
  [[nodiscard]] static auto create(const std::string_view connection_info)
      -> std::shared_ptr<T>;
  void set_timeout(const std::chrono::milliseconds timeout) noexcept;
  [[nodiscard]] auto connection() -> std::shared_ptr<pq::connection>;
  template <typename... As>
  auto execute(const std::string_view statement, As &&...as) -> result;
};
} // namespace tao::pq
#endif
