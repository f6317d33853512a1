// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef OATPP_MACRO_CODEGEN_HPP
#define OATPP_MACRO_CODEGEN_HPP
#define ENDPOINT_ASYNC(METHOD, PATH, NAME)                                     \
  class NAME : public HandlerCoroutine<NAME, __ControllerType>
#define ENDPOINT_ASYNC_INIT(NAME) public:
/// As in the real one: a handler calls a proxy, which calls the endpoint.
#define ENDPOINT(METHOD, PATH, NAME)                                           \
  template <class T> std::shared_ptr<Handler<T>> GetHandler_##NAME(T *C) {     \
    return Handler<T>::createShared(C, &T::Proxy_##NAME, nullptr);             \
  }                                                                            \
  const std::shared_ptr<Endpoint> Endpoint_##NAME =                            \
      createEndpoint(GetHandler_##NAME(this));                                 \
  std::shared_ptr<OutgoingResponse> Proxy_##NAME(                              \
      const std::shared_ptr<IncomingRequest> &) {                              \
    return NAME();                                                             \
  }                                                                            \
  std::shared_ptr<OutgoingResponse> NAME()
#endif
