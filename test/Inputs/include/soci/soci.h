// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SOCI_H
#define SOCI_H
#include <cstddef>
#include <string>
namespace soci {
class session;
class backend_factory;
enum indicator { i_ok, i_null };

namespace details {
template <typename T> class into_type {};
template <typename T> class use_type {};

class once_temp_type {
public:
  once_temp_type(session &s);
  once_temp_type(once_temp_type const &o);
  ~once_temp_type() noexcept(false);
  template <typename T> once_temp_type &operator<<(T const &t);
  template <typename T> once_temp_type &operator,(T const &);
};
class prepare_temp_type {
public:
  prepare_temp_type(session &);
  prepare_temp_type(prepare_temp_type const &o);
  ~prepare_temp_type();
  template <typename T> prepare_temp_type &operator<<(T const &t);
  template <typename T> prepare_temp_type &operator,(T const &i);
};
class once_type {
public:
  template <typename T> once_temp_type operator<<(T const &t);
};
class prepare_type {
public:
  template <typename T> prepare_temp_type operator<<(T const &t);
};
} // namespace details

template <typename T> details::into_type<T> into(T &t);
template <typename T>
details::use_type<T> use(T const &t, std::string const &name = std::string());
template <typename T>
details::use_type<T> use(T const &t, indicator &ind,
                         std::string const &name = std::string());

class connection_pool {
public:
  explicit connection_pool(std::size_t size);
  ~connection_pool();
  session &at(std::size_t pos);
  std::size_t lease();
  bool try_lease(std::size_t &pos, int timeout);
  void give_back(std::size_t pos);
};

class session {
public:
  session();
  session(std::string const &backendName, std::string const &connectString);
  explicit session(std::string const &connectString);
  explicit session(connection_pool &pool);
  ~session();
  void open(std::string const &connectString);
  void close();
  void begin();
  void commit();
  void rollback();
  details::once_type once;
  details::prepare_type prepare;
  template <typename T> details::once_temp_type operator<<(T const &t);
};

class statement {
public:
  explicit statement(session &s);
  statement(details::prepare_temp_type const &prep);
  ~statement();
  bool execute(bool withDataExchange = false);
  bool fetch();
  void close();
};

class transaction {
public:
  explicit transaction(session &sql);
  ~transaction();
  void commit();
  void rollback();
};
} // namespace soci
#endif
