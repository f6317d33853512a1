// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNIFEX_SYNC_WAIT_HPP
#define UNIFEX_SYNC_WAIT_HPP
#include <optional>

namespace unifex {

namespace _sync_wait_cpo {
struct _fn {
  template <typename Sender>
  auto operator()(Sender &&Work) const
      -> std::optional<decltype(Work.await_resume())> {
    return Work.await_resume();
  }
};
} // namespace _sync_wait_cpo

inline constexpr _sync_wait_cpo::_fn sync_wait{};

} // namespace unifex
#endif
