// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A better candidate is in a header that only another unit includes.
#include "ext/client.hpp"
#include <boost/asio/awaitable.hpp>
#include <chrono>
#include <thread>

namespace ext {
inline void pause(long) { std::this_thread::sleep_for(std::chrono::seconds(1)); }
} // namespace ext

boost::asio::awaitable<void> rest() {
  ext::pause(1);
  co_return;
}
