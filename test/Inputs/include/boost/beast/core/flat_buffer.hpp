// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef BOOST_BEAST_CORE_FLAT_BUFFER_HPP
#define BOOST_BEAST_CORE_FLAT_BUFFER_HPP
#include <cstddef>
#include <memory>
namespace boost::beast {
template <class Allocator> class basic_flat_buffer {
public:
  basic_flat_buffer();
  std::size_t size() const noexcept;
  void consume(std::size_t n) noexcept;
};
using flat_buffer = basic_flat_buffer<std::allocator<char>>;
} // namespace boost::beast
#endif
