// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef OATPP_PROVIDER_POOL_HPP
#define OATPP_PROVIDER_POOL_HPP
#include <chrono>
#include <memory>

namespace oatpp {
using v_int64 = long;
namespace provider {
template <typename T> struct ResourceHandle {
  std::shared_ptr<T> object;
};

template <typename T> class Provider {
public:
  virtual ~Provider();
  virtual ResourceHandle<T> get() = 0;
  virtual void stop() = 0;
};

template <typename TResource, typename AcquisitionProxyImpl>
class PoolTemplate {
public:
  virtual ~PoolTemplate();
};

template <typename TProvider, typename TResource, typename AcquisitionProxyImpl>
class Pool : public TProvider,
             public std::enable_shared_from_this<
                 Pool<TProvider, TResource, AcquisitionProxyImpl>>,
             public PoolTemplate<TResource, AcquisitionProxyImpl> {
public:
  static std::shared_ptr<Pool>
  createShared(const std::shared_ptr<TProvider> &provider, v_int64 maxResources,
               const std::chrono::duration<v_int64, std::micro> &maxResourceTTL,
               const std::chrono::duration<v_int64, std::micro> &timeout =
                   std::chrono::microseconds::zero());
  ResourceHandle<TResource> get() override;
  void stop() override;
};
} // namespace provider
} // namespace oatpp
#endif
