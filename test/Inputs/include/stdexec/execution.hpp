// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef STDEXEC_EXECUTION_HPP
#define STDEXEC_EXECUTION_HPP
#include <optional>
#include <tuple>

namespace stdexec {

struct sync_wait_t {
  template <typename Sender>
  auto operator()(Sender &&Work) const
      -> std::optional<decltype(Work.await_resume())> {
    return Work.await_resume();
  }
};
inline constexpr sync_wait_t sync_wait{};

} // namespace stdexec
#endif
