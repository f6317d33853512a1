// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef BOOST_PROPERTY_TREE_JSON_PARSER_HPP
#define BOOST_PROPERTY_TREE_JSON_PARSER_HPP
#include <boost/property_tree/ptree.hpp>
#include <istream>
#include <ostream>
namespace boost {
namespace property_tree {
namespace json_parser {
template <typename Ptree> void read_json(std::istream &in, Ptree &tree);
template <typename Ptree> void write_json(std::ostream &out, const Ptree &tree);
} // namespace json_parser
using json_parser::read_json;
using json_parser::write_json;
} // namespace property_tree
} // namespace boost
#endif
