// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef USERVER_UTILS_DAEMON_RUN_HPP
#define USERVER_UTILS_DAEMON_RUN_HPP
#include <userver/components/minimal_server_component_list.hpp>

namespace userver::utils {

int DaemonMain(int argc, const char *const argv[],
               const components::ComponentList &components_list);

} // namespace userver::utils
#endif
