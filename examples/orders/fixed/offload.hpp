// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <type_traits>
#include <utility>

namespace orders {

// Runs file work on the pool and resumes the caller on its own executor with the result or the exception.
// Work that has begun is always finished: it takes no part in cancellation, so it may refer to the caller's frame.
template <class Work>
boost::asio::awaitable<std::invoke_result_t<Work&>> offload(boost::asio::thread_pool& pool, Work work) {
  namespace asio = boost::asio;
  auto task = [work = std::move(work)]() mutable -> asio::awaitable<std::invoke_result_t<Work&>> { co_return work(); };
  co_return co_await asio::co_spawn(pool, std::move(task),
                                    asio::bind_cancellation_slot(asio::cancellation_slot(), asio::use_awaitable));
}

} // namespace orders
