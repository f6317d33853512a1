// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
namespace MOCK_ASIO {
class mutable_buffer {
public:
  mutable_buffer(void *Data, std::size_t Size) noexcept;
};
class const_buffer {
public:
  const_buffer(const void *Data, std::size_t Size) noexcept;
  const_buffer(const mutable_buffer &) noexcept;
};
mutable_buffer buffer(void *Data, std::size_t Size) noexcept;
const_buffer buffer(const void *Data, std::size_t Size) noexcept;
template <std::size_t N> mutable_buffer buffer(char (&Data)[N]) noexcept;
mutable_buffer buffer(std::string &Data) noexcept;
const_buffer buffer(const std::string &Data) noexcept;

template <typename Elem, typename Traits, typename Allocator>
class dynamic_string_buffer {};
template <typename Elem, typename Traits, typename Allocator>
dynamic_string_buffer<Elem, Traits, Allocator>
dynamic_buffer(std::basic_string<Elem, Traits, Allocator> &Data) noexcept;
} // namespace MOCK_ASIO
