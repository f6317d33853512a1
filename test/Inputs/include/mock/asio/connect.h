// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
namespace MOCK_ASIO {
template <typename Protocol, typename Executor, typename EndpointSequence>
typename Protocol::endpoint connect(basic_socket<Protocol, Executor> &S,
                                    const EndpointSequence &Endpoints);
template <typename Protocol, typename Executor, typename EndpointSequence,
          typename Token>
mock_result_t<Token, void(error_code, typename Protocol::endpoint)>
async_connect(basic_socket<Protocol, Executor> &S,
              const EndpointSequence &Endpoints, Token &&T) {
  return mock_initiate<Token, void(error_code, typename Protocol::endpoint)>();
}
} // namespace MOCK_ASIO
