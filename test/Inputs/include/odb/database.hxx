// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef ODB_DATABASE_HXX
#define ODB_DATABASE_HXX
#include <cstddef>
#include <memory>
#include <string>

namespace odb {
namespace details {
template <typename T> struct transfer_ptr {
  transfer_ptr();
  template <typename T1> transfer_ptr(T1 *p);
  template <typename T1> transfer_ptr(std::unique_ptr<T1> &&p);
};
} // namespace details

class connection {};
using connection_ptr = std::shared_ptr<connection>;

/// A project's compiler says it for each of its classes.
template <typename T> struct object_traits {
  using id_type = unsigned long;
  using pointer_type = std::shared_ptr<T>;
};
template <typename T> class query {
public:
  query(const char *text);
  query(const std::string &text);
};

class object_not_persistent {};

class database {
public:
  database(const database &) = delete;
  virtual ~database();
  connection_ptr connection();
  unsigned long long execute(const std::string &statement);

  template <typename T>
  typename object_traits<T>::pointer_type
  load(const typename object_traits<T>::id_type &id);
  template <typename T>
  void load(const typename object_traits<T>::id_type &id, T &object);
  template <typename T>
  typename object_traits<T>::pointer_type
  find(const typename object_traits<T>::id_type &id);
  template <typename T>
  bool find(const typename object_traits<T>::id_type &id, T &object);
  template <typename T>
  typename object_traits<T>::pointer_type query_one(const odb::query<T> &q);
  template <typename T> bool query_one(const odb::query<T> &q, T &object);
  template <typename T> void update(T &object);

protected:
  database();
};

class transaction {
public:
  explicit transaction(void *impl);
  void commit();
  void rollback();
};
} // namespace odb
#endif
