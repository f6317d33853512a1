// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
namespace MOCK_ASIO {
template <typename Stream, typename BufferSequence>
std::size_t read(Stream &S, const BufferSequence &Buffers) {
  return S.read_some(Buffers);
}
template <typename Stream, typename BufferSequence>
std::size_t read(Stream &S, const BufferSequence &Buffers, error_code &EC) {
  return S.read_some(Buffers, EC);
}
template <typename Stream, typename BufferSequence, typename Token>
mock_result_t<Token, void(error_code, std::size_t)>
async_read(Stream &S, const BufferSequence &Buffers, Token &&T) {
  return mock_initiate<Token, void(error_code, std::size_t)>();
}
} // namespace MOCK_ASIO
