// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef BOOST_PROPERTY_TREE_XML_PARSER_HPP
#define BOOST_PROPERTY_TREE_XML_PARSER_HPP
#include <boost/property_tree/ptree.hpp>
#include <istream>
namespace boost {
namespace property_tree {
namespace xml_parser {
template <typename Ptree> void read_xml(std::istream &in, Ptree &tree);
} // namespace xml_parser
using xml_parser::read_xml;
} // namespace property_tree
} // namespace boost
#endif
