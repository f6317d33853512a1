// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef BOOST_PROPERTY_TREE_PTREE_HPP
#define BOOST_PROPERTY_TREE_PTREE_HPP
#include <boost/optional.hpp>
#include <cstddef>
#include <string>
#include <utility>
namespace boost {
namespace property_tree {

template <typename Key, typename Data> class basic_ptree {
public:
  using key_type = Key;
  using data_type = Data;
  using value_type = std::pair<const Key, basic_ptree>;
  using iterator = value_type *;
  using const_iterator = const value_type *;
  using assoc_iterator = value_type *;
  using const_assoc_iterator = const value_type *;

  basic_ptree();
  basic_ptree(const basic_ptree &other);

  iterator begin();
  const_iterator begin() const;
  iterator end();
  const_iterator end() const;
  bool empty() const;
  std::size_t size() const;
  std::size_t count(const Key &key) const;
  assoc_iterator find(const Key &key);
  const_assoc_iterator find(const Key &key) const;
  assoc_iterator not_found();
  const_assoc_iterator not_found() const;
  Data &data();
  const Data &data() const;

  basic_ptree &get_child(const Key &path);
  const basic_ptree &get_child(const Key &path) const;
  const basic_ptree &get_child(const Key &path,
                               const basic_ptree &fallback) const;
  optional<basic_ptree &> get_child_optional(const Key &path);
  optional<const basic_ptree &> get_child_optional(const Key &path) const;
  template <typename Type> Type get_value() const;
  template <typename Type> Type get_value(const Type &fallback) const;
  template <typename Type> optional<Type> get_value_optional() const;
  template <typename Type> Type get(const Key &path) const;
  template <typename Type>
  Type get(const Key &path, const Type &fallback) const;
  template <typename Ch>
  std::basic_string<Ch> get(const Key &path, const Ch *fallback) const;
  template <typename Type> optional<Type> get_optional(const Key &path) const;
  template <typename Type> basic_ptree &put(const Key &path, const Type &value);
};
using ptree = basic_ptree<std::string, std::string>;

} // namespace property_tree
} // namespace boost
#endif
