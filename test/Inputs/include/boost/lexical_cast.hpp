// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef BOOST_LEXICAL_CAST_HPP
#define BOOST_LEXICAL_CAST_HPP
#include <cstddef>
#include <typeinfo>
namespace boost {
class bad_lexical_cast : public std::bad_cast {
public:
  const char *what() const noexcept override;
};

template <typename Target, typename Source>
Target lexical_cast(const Source &source);
template <typename Target>
Target lexical_cast(const char *text, std::size_t size);

namespace conversion {
namespace detail {
template <typename Target, typename Source>
bool try_lexical_convert(const Source &source, Target &result);
} // namespace detail
using detail::try_lexical_convert;
} // namespace conversion
} // namespace boost
#endif
