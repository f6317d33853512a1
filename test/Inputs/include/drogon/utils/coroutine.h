// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef DROGON_UTILS_COROUTINE_H
#define DROGON_UTILS_COROUTINE_H
#include <chrono>
#include <coroutine>
#include <functional>
#include <future>
#include <mock/coroutine.h>
#include <trantor/net/EventLoop.h>
#include <type_traits>
#include <utility>

namespace drogon {

template <typename T = void> struct [[nodiscard]] Task : mock::Awaitable<T> {
  using promise_type = mock::Promise<Task<T>, T>;
};

/// Runs at once; nobody awaits its end.
struct AsyncTask {
  struct promise_type {
    AsyncTask get_return_object() noexcept;
    std::suspend_never initial_suspend() const noexcept;
    std::suspend_never final_suspend() const noexcept;
    void return_void() noexcept;
    void unhandled_exception();
  };
};

template <typename T = void> struct CallbackAwaiter : mock::Awaitable<T> {};

namespace internal {
struct [[nodiscard]] TimerAwaiter : CallbackAwaiter<> {};
struct [[nodiscard]] LoopAwaiter : CallbackAwaiter<> {};
struct [[nodiscard]] SwitchThreadAwaiter : CallbackAwaiter<> {};
template <typename T>
struct [[nodiscard]] EventLoopAwaiter : CallbackAwaiter<T> {};
} // namespace internal

internal::TimerAwaiter
sleepCoro(trantor::EventLoop *Loop,
          const std::chrono::duration<double> &Delay) noexcept;
internal::TimerAwaiter sleepCoro(trantor::EventLoop *Loop,
                                 double Delay) noexcept;
internal::LoopAwaiter queueInLoopCoro(trantor::EventLoop *WorkLoop,
                                      std::function<void()> Task,
                                      trantor::EventLoop *ResumeLoop = nullptr);
template <typename T>
internal::EventLoopAwaiter<T> queueInLoopCoro(trantor::EventLoop *Loop,
                                              std::function<T()> Task);
internal::SwitchThreadAwaiter
switchThreadCoro(trantor::EventLoop *Loop) noexcept;

template <typename Await>
auto sync_wait(Await &&Awaited) -> decltype(Awaited.await_resume()) {
  return Awaited.await_resume();
}
template <typename Await>
auto co_future(Await &&Awaited) noexcept
    -> std::future<decltype(Awaited.await_resume())> {
  return {};
}
template <typename Coro> void async_run(Coro &&F) {}
template <typename Coro> std::function<void()> async_func(Coro &&F) {
  return {};
}
template <typename... Tasks> internal::LoopAwaiter when_all(Tasks... All);

class Mutex final {
public:
  struct ScopedLock {};
  mock::Awaitable<ScopedLock> scoped_lock();
};

} // namespace drogon
#endif
