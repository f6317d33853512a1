// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef DROGON_ORM_COROMAPPER_H
#define DROGON_ORM_COROMAPPER_H
#include <drogon/orm/Mapper.h>

namespace drogon::orm {

namespace internal {
template <typename ReturnType>
struct [[nodiscard]] MapperAwaiter : CallbackAwaiter<ReturnType> {};
} // namespace internal

template <typename T> class CoroMapper : public Mapper<T> {
public:
  explicit CoroMapper(const DbClientPtr &Client);

  using TraitsPKType = typename Mapper<T>::TraitsPKType;

  template <typename U = const T>
  internal::MapperAwaiter<T> findByPrimaryKey(const TraitsPKType &Key);
  internal::MapperAwaiter<std::vector<T>> findAll();
  internal::MapperAwaiter<std::vector<T>> findBy(const Criteria &C);
  internal::MapperAwaiter<T> findOne(const Criteria &C);
  internal::MapperAwaiter<size_t> count(const Criteria &C = Criteria());
  internal::MapperAwaiter<T> insert(const T &Object);
  internal::MapperAwaiter<size_t> update(const T &Object);
  internal::MapperAwaiter<size_t> deleteOne(const T &Object);
  internal::MapperAwaiter<size_t> deleteBy(const Criteria &C);
  internal::MapperAwaiter<size_t> deleteByPrimaryKey(const TraitsPKType &Key);
};

} // namespace drogon::orm
#endif
