// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef USERVER_COMPONENTS_MINIMAL_SERVER_COMPONENT_LIST_HPP
#define USERVER_COMPONENTS_MINIMAL_SERVER_COMPONENT_LIST_HPP

namespace userver::components {

class ComponentList {
public:
  template <typename Component> ComponentList &&Append() &&;
};
ComponentList MinimalServerComponentList();

} // namespace userver::components
#endif
