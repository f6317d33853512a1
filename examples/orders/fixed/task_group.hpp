// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/cancellation_signal.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <chrono>
#include <exception>
#include <iostream>
#include <list>
#include <utility>

namespace orders {

// Owns coroutines: none outlives the group, and none fails unseen. For a single-threaded executor.
class TaskGroup {
public:
  explicit TaskGroup(boost::asio::any_io_executor executor) : executor_(executor), changed_(executor) {}

  template <class Task> void spawn(Task&& task) {
    const auto signal = signals_.emplace(signals_.end());
    auto finished = [this, signal](std::exception_ptr error) {
      log(error);
      signals_.erase(signal);
      changed_.cancel();
    };
    boost::asio::co_spawn(executor_, std::forward<Task>(task),
                          boost::asio::bind_cancellation_slot(signal->slot(), std::move(finished)));
  }

  std::size_t size() const { return signals_.size(); }

  // Lets the tasks end within the grace period; cancels those that don't, and waits for them.
  boost::asio::awaitable<void> drain(std::chrono::milliseconds grace) {
    const auto deadline = std::chrono::steady_clock::now() + grace;
    while (!signals_.empty() && std::chrono::steady_clock::now() < deadline)
      co_await change_until(deadline);
    for (auto& signal : signals_)
      signal.emit(boost::asio::cancellation_type::terminal);
    while (!signals_.empty())
      co_await change_until(std::chrono::steady_clock::time_point::max());
  }

private:
  boost::asio::awaitable<void> change_until(std::chrono::steady_clock::time_point deadline) {
    changed_.expires_at(deadline);
    co_await changed_.async_wait(boost::asio::as_tuple(boost::asio::use_awaitable));
  }

  static void log(std::exception_ptr error) {
    try {
      if (error)
        std::rethrow_exception(error);
    } catch (const std::exception& failure) {
      std::clog << "task: " << failure.what() << '\n';
    }
  }

  boost::asio::any_io_executor executor_;
  boost::asio::steady_timer changed_;
  std::list<boost::asio::cancellation_signal> signals_;
};

} // namespace orders
