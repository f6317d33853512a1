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

class database {
public:
  database(const database &) = delete;
  virtual ~database();
  connection_ptr connection();
  unsigned long long execute(const std::string &statement);

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
