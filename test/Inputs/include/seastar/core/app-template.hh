// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SEASTAR_CORE_APP_TEMPLATE_HH
#define SEASTAR_CORE_APP_TEMPLATE_HH
#include <functional>
#include <seastar/core/future.hh>

namespace seastar {

class app_template {
public:
  struct config {
    bool auto_handle_sigint_sigterm = true;
    config() {}
  };
  explicit app_template(config cfg = config());
  ~app_template();
  int run(int ac, char **av, std::function<future<int>()> &&func) noexcept;
  int run(int ac, char **av, std::function<future<>()> &&func) noexcept;
};

} // namespace seastar
#endif
