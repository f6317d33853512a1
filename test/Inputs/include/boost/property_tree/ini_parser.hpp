// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef BOOST_PROPERTY_TREE_INI_PARSER_HPP
#define BOOST_PROPERTY_TREE_INI_PARSER_HPP
#include <boost/property_tree/ptree.hpp>
#include <istream>
namespace boost {
namespace property_tree {
namespace ini_parser {
template <typename Ptree> void read_ini(std::istream &in, Ptree &tree);
} // namespace ini_parser
using ini_parser::read_ini;
} // namespace property_tree
} // namespace boost
#endif
