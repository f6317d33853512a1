// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef YLT_CORO_RPC_CORO_RPC_SERVER_HPP
#define YLT_CORO_RPC_CORO_RPC_SERVER_HPP
#include <async_simple/Future.h>
#include <chrono>
#include <cstddef>

namespace coro_rpc {

class err_code {
public:
  explicit operator bool() const noexcept;
};
namespace config {
struct coro_rpc_default_config {};
} // namespace config

template <typename server_config> class coro_rpc_server_base {
public:
  coro_rpc_server_base(std::size_t thread_num, unsigned short port,
                       std::chrono::steady_clock::duration
                           conn_timeout_duration = std::chrono::seconds(0));
  ~coro_rpc_server_base();
  err_code start() noexcept;
  async_simple::Future<err_code> async_start() noexcept;
  void stop();
  template <auto... functions> void register_handler() {}
};
using coro_rpc_server = coro_rpc_server_base<config::coro_rpc_default_config>;

} // namespace coro_rpc
#endif
