// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef YLT_CORO_IO_CLIENT_POOL_HPP
#define YLT_CORO_IO_CLIENT_POOL_HPP
#include <async_simple/coro/Lazy.h>
#include <cstdint>
#include <memory>
#include <string_view>

namespace coro_io {
template <typename client_t> class client_pool {
public:
  struct pool_config {
    uint32_t max_connection = 100;
    uint32_t connect_retry_count = 3;
  };
  static std::shared_ptr<client_pool>
  create(std::string_view host_name, const pool_config &pool_config = {});
  template <typename T> async_simple::coro::Lazy<void> send_request(T op);
};
} // namespace coro_io
#endif
