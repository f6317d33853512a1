// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Shared by boost/asio and asio; MOCK_ASIO is the namespace.
namespace MOCK_ASIO {
class execution_context {
public:
  execution_context() = default;
  execution_context(const execution_context &) = delete;
  execution_context &operator=(const execution_context &) = delete;
  ~execution_context();
};
} // namespace MOCK_ASIO
