// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
namespace MOCK_ASIO {
class detached_t {
public:
  constexpr detached_t() {}
};
constexpr detached_t detached;
} // namespace MOCK_ASIO
