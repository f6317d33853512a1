// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What a header means depends on macros of the unit; and a macro of a header
// that only another unit includes isn't there.
#define EXT_SYNC
#include "ext/client.hpp"
#include <boost/asio/awaitable.hpp>
#include <chrono>
#include <thread>

boost::asio::awaitable<void> fetch() {
#ifdef EXT_FACTORY_VERSION
  std::this_thread::sleep_for(std::chrono::seconds(1));
#endif
#ifdef EXT_IS_SYNC
  std::this_thread::sleep_for(std::chrono::seconds(2));
#else
  std::this_thread::sleep_for(std::chrono::seconds(3));
#endif
  co_return;
}
