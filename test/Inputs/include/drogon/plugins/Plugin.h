// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef DROGON_PLUGINS_PLUGIN_H
#define DROGON_PLUGINS_PLUGIN_H
namespace Json {
class Value;
}

namespace drogon {

class PluginBase {
public:
  virtual ~PluginBase();
  virtual void initAndStart(const Json::Value &Config) = 0;
  virtual void shutdown() = 0;
};

template <typename T> class Plugin : public PluginBase {};

} // namespace drogon
#endif
