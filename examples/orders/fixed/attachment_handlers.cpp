// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "handlers.hpp"

#include "blocking_io.hpp"
#include "error.hpp"
#include "offload.hpp"
#include "slots.hpp"

#include <boost/asio/this_coro.hpp>

#include <algorithm>
#include <cstdint>
#include <exception>
#include <filesystem>
#include <memory>
#include <string_view>
#include <vector>

namespace asio = boost::asio;

namespace orders {
namespace {

constexpr std::size_t max_uploads = 16;
constexpr std::size_t part_size = 64 * 1024;

std::string attachment_name(const Parameters& parameters) {
  const auto& name = parameters.at("name");
  const auto allowed = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           std::string_view("._-").find(c) != std::string_view::npos;
  };
  if (name.empty() || name.size() > 100 || name.front() == '.' || !std::all_of(name.begin(), name.end(), allowed))
    throw Error(Fault::invalid, "a file name has letters, digits, points, underscores and hyphens");
  return name;
}

class Attachments {
public:
  Attachments(OrderService& service, const Config& config, asio::thread_pool& workers, TaskGroup& tasks)
      : service_(service), config_(config), workers_(workers), tasks_(tasks) {}

  asio::awaitable<Response> upload(Request& request, const Parameters& parameters) {
    const auto id = std::to_string(parse_id(parameters.at("id")));
    const auto name = attachment_name(parameters);
    const Slots::Place place(uploads_);
    co_await service_.get(parse_id(id)); // throws for an order that does not exist

    const auto path = config_.data_dir / "attachments" / (id + '-' + name);
    const auto part = config_.data_dir / "parts" / std::to_string(++last_part_);
    std::exception_ptr failure;
    try {
      co_await receive(request, part);
      co_await keep(part, path);
    } catch (...) {
      failure = std::current_exception();
    }
    if (failure) { // perhaps because the server stops: the part goes away then too
      co_await asio::this_coro::throw_if_cancelled(false);
      co_await discard(part);
      co_await asio::this_coro::throw_if_cancelled(true);
      std::rethrow_exception(failure);
    }
    tasks_.spawn(make_thumbnail(path));
    co_return json_response(http::status::created, R"({"status":"stored"})");
  }

private:
  asio::awaitable<void> receive(Request& request, const std::filesystem::path& part) {
    std::vector<char> space(part_size);
    std::string_view bytes;
    auto append = [&] { blocking::append(part, bytes); };
    do {
      bytes = co_await request.read(space);
      co_await offload(workers_, append);
    } while (!bytes.empty());
  }

  asio::awaitable<void> keep(const std::filesystem::path& part, const std::filesystem::path& path) {
    bool clean = true;
    auto scan_and_rename = [&] {
      clean = is_clean(part);
      if (clean)
        std::filesystem::rename(part, path);
    };
    co_await offload(workers_, scan_and_rename);
    if (!clean)
      throw Error(Fault::invalid, "the file was refused");
  }

  asio::awaitable<void> discard(const std::filesystem::path& part) {
    auto remove = [&] { std::filesystem::remove(part); };
    co_await offload(workers_, remove);
  }

  asio::awaitable<void> make_thumbnail(std::filesystem::path path) {
    if (config_.thumbnail_command.empty())
      co_return;
    auto run = [&] { blocking::run(config_.thumbnail_command, path); };
    co_await offload(workers_, run);
  }

  bool is_clean(const std::filesystem::path& path) const {
    return config_.scan_command.empty() || blocking::succeeds(config_.scan_command, path);
  }

  OrderService& service_;
  const Config& config_;
  asio::thread_pool& workers_;
  TaskGroup& tasks_;
  Slots uploads_{max_uploads};
  std::uint64_t last_part_ = 0;
};

} // namespace

void register_attachment_routes(Router& router, OrderService& service, const Config& config, asio::thread_pool& workers,
                                TaskGroup& tasks) {
  auto attachments = std::make_shared<Attachments>(service, config, workers, tasks);
  router.add(http::verb::put, "/orders/{id}/attachments/{name}",
             [attachments](Request& request, const Parameters& parameters) {
               return attachments->upload(request, parameters);
             });
}

} // namespace orders
