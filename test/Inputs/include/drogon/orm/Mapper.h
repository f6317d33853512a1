// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef DROGON_ORM_MAPPER_H
#define DROGON_ORM_MAPPER_H
#include <cstddef>
#include <drogon/orm/Criteria.h>
#include <drogon/orm/DbClient.h>
#include <functional>
#include <future>
#include <string>
#include <vector>

namespace drogon::orm {

namespace internal {
template <typename T> struct PrimaryKey {
  using type = int;
};
template <typename T>
  requires requires { typename T::PrimaryKeyType; }
struct PrimaryKey<T> {
  using type = typename T::PrimaryKeyType;
};
} // namespace internal

template <typename T> class Mapper {
public:
  explicit Mapper(DbClientPtr Client);

  using SingleRowCallback = std::function<void(T)>;
  using MultipleRowsCallback = std::function<void(std::vector<T>)>;
  using CountCallback = std::function<void(const size_t)>;
  using TraitsPKType = typename internal::PrimaryKey<T>::type;

  Mapper<T> &limit(size_t Limit);

  template <typename U = T>
  T findByPrimaryKey(const TraitsPKType &Key) noexcept(false);
  template <typename U = T>
  void findByPrimaryKey(const TraitsPKType &Key, const SingleRowCallback &Found,
                        const ExceptionCallback &Error) noexcept;
  std::vector<T> findAll() noexcept(false);
  void findAll(const MultipleRowsCallback &Found,
               const ExceptionCallback &Error) noexcept;
  std::vector<T> findBy(const Criteria &C) noexcept(false);
  void findBy(const Criteria &C, const MultipleRowsCallback &Found,
              const ExceptionCallback &Error) noexcept;
  std::future<std::vector<T>> findFutureBy(const Criteria &C) noexcept;
  T findOne(const Criteria &C) noexcept(false);
  void findOne(const Criteria &C, const SingleRowCallback &Found,
               const ExceptionCallback &Error) noexcept;
  size_t count(const Criteria &C = Criteria()) noexcept(false);
  void count(const Criteria &C, const CountCallback &Counted,
             const ExceptionCallback &Error) noexcept;
  void insert(T &Object) noexcept(false);
  void insert(const T &Object, const SingleRowCallback &Done,
              const ExceptionCallback &Error) noexcept;
  std::future<T> insertFuture(const T &Object) noexcept;
  size_t update(const T &Object) noexcept(false);
  void update(const T &Object, const CountCallback &Done,
              const ExceptionCallback &Error) noexcept;
  std::future<size_t> updateFuture(const T &Object) noexcept;
  template <typename... Arguments>
  size_t updateBy(const std::vector<std::string> &Columns, const Criteria &C,
                  Arguments &&...Args) noexcept(false);
  template <typename... Arguments>
  void updateBy(const std::vector<std::string> &Columns,
                const CountCallback &Done, const ExceptionCallback &Error,
                const Criteria &C, Arguments &&...Args) noexcept;
  size_t deleteOne(const T &Object) noexcept(false);
  void deleteOne(const T &Object, const CountCallback &Done,
                 const ExceptionCallback &Error) noexcept;
  size_t deleteBy(const Criteria &C) noexcept(false);
  void deleteBy(const Criteria &C, const CountCallback &Done,
                const ExceptionCallback &Error) noexcept;
  size_t deleteByPrimaryKey(const TraitsPKType &Key) noexcept(false);
  void deleteByPrimaryKey(const TraitsPKType &Key, const CountCallback &Done,
                          const ExceptionCallback &Error) noexcept;
};

} // namespace drogon::orm
#endif
