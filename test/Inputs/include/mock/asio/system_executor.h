// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
namespace MOCK_ASIO {
template <typename Blocking, typename Relationship, typename Allocator>
class basic_system_executor {
public:
  void is_mock_executor() const;
};
using system_executor = basic_system_executor<int, int, std::allocator<void>>;
} // namespace MOCK_ASIO
