// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SQLITE_ORM_SQLITE_ORM_H
#define SQLITE_ORM_SQLITE_ORM_H
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace sqlite_orm {

namespace internal {
template <class T, class F> struct where_t {};

template <class... DBO> struct storage_t {
  storage_t(std::string filename);
  template <class O, class... Ids> O get(Ids... ids);
  template <class O, class... Ids> std::unique_ptr<O> get_pointer(Ids... ids);
  template <class O, class... Ids> std::optional<O> get_optional(Ids... ids);
  template <class O, class... Args> std::vector<O> get_all(Args &&...args);
  template <class O> void update(const O &object);
};

template <class... Columns> struct table_t {};
} // namespace internal

template <class... DBO>
internal::storage_t<DBO...> make_storage(std::string filename,
                                         DBO... definition);
template <class... Columns>
internal::table_t<Columns...> make_table(std::string name, Columns... columns);

} // namespace sqlite_orm
#endif
