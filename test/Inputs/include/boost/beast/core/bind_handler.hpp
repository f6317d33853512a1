// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef BOOST_BEAST_CORE_BIND_HANDLER_HPP
#define BOOST_BEAST_CORE_BIND_HANDLER_HPP
#include <functional>
#include <tuple>
#include <type_traits>
#include <utility>
namespace boost::beast {
namespace detail {
template <class Handler, class... Args> class bind_front_wrapper {
public:
  template <class Handler_, class... Args_>
  explicit bind_front_wrapper(Handler_ &&H, Args_ &&...As)
      : Held(std::forward<Handler_>(H)), Bound(std::forward<Args_>(As)...) {}
  template <class... Ts> void operator()(Ts &&...Values) {
    std::apply(
        [&](auto &...As) {
          std::invoke(Held, As..., std::forward<Ts>(Values)...);
        },
        Bound);
  }

private:
  Handler Held;
  std::tuple<Args...> Bound;
};
} // namespace detail

template <class Handler, class... Args>
detail::bind_front_wrapper<std::decay_t<Handler>, std::decay_t<Args>...>
bind_front_handler(Handler &&handler, Args &&...args) {
  return detail::bind_front_wrapper<std::decay_t<Handler>,
                                    std::decay_t<Args>...>(
      std::forward<Handler>(handler), std::forward<Args>(args)...);
}
} // namespace boost::beast
#endif
