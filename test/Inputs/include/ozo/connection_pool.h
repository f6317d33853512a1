// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef OZO_CONNECTION_POOL_H
#define OZO_CONNECTION_POOL_H
#include <boost/asio.hpp>
#include <chrono>
#include <cstddef>
#include <string>
#include <utility>

namespace ozo {
using boost::asio::io_context;
struct thread_safety_tag {};
inline constexpr thread_safety_tag thread_safe{};

template <typename Source> class connection_provider {};

template <typename OidMap = int, typename Statistics = int>
class connection_info {
public:
  connection_info(std::string conn_str, const OidMap & = OidMap{},
                  Statistics statistics = Statistics{});
  connection_provider<connection_info> operator[](io_context &io) const &;
};

struct connection_pool_config {
  std::size_t capacity = 10;
  std::size_t queue_capacity = 128;
  std::chrono::steady_clock::duration idle_timeout = std::chrono::seconds(60);
  std::chrono::steady_clock::duration lifespan = std::chrono::hours(24);
};

template <typename Source, typename ThreadSafety = thread_safety_tag>
class connection_pool {
public:
  connection_pool(Source source, const connection_pool_config &config,
                  const ThreadSafety & = ThreadSafety{});
  connection_provider<connection_pool> operator[](io_context &io);
};

template <typename ConnectionSource, typename ThreadSafety = thread_safety_tag>
connection_pool<std::decay_t<ConnectionSource>, ThreadSafety>
make_connection_pool(ConnectionSource &&source,
                     const connection_pool_config &config,
                     const ThreadSafety &thread_safety = ThreadSafety{});
} // namespace ozo
#endif
