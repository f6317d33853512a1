// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef OATPP_MACRO_CODEGEN_HPP
#define OATPP_MACRO_CODEGEN_HPP
#define ENDPOINT_ASYNC(METHOD, PATH, NAME)                                     \
  class NAME : public HandlerCoroutine<NAME, __ControllerType>
#define ENDPOINT_ASYNC_INIT(NAME) public:
#define ENDPOINT(METHOD, PATH, NAME, ...)                                      \
  std::shared_ptr<OutgoingResponse> NAME(__VA_ARGS__)
#endif
