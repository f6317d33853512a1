// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
namespace MOCK_ASIO {
template <typename SyncReadStream, typename DynamicBuffer>
std::size_t read_until(SyncReadStream &S, DynamicBuffer &&Buffers, char Delim);
template <typename AsyncReadStream, typename DynamicBuffer, typename Token>
mock_result_t<Token, void(error_code, std::size_t)>
async_read_until(AsyncReadStream &S, DynamicBuffer &&Buffers, char Delim,
                 Token &&T) {
  return mock_initiate<Token, void(error_code, std::size_t)>();
}
} // namespace MOCK_ASIO
