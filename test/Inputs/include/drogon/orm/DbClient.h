// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef DROGON_ORM_DBCLIENT_H
#define DROGON_ORM_DBCLIENT_H
#include <cstddef>
#include <drogon/orm/Exception.h>
#include <drogon/utils/coroutine.h>
#include <functional>
#include <future>
#include <memory>
#include <string>

namespace drogon::orm {

class Field {
public:
  bool isNull() const;
  template <typename T> T as() const;
};

class Row {
public:
  using SizeType = unsigned long;
  Field operator[](SizeType Index) const;
  Field operator[](const char *Column) const;
  Field at(SizeType Index) const;
  Field at(const char *Column) const;
  SizeType size() const;
};

class Result {
public:
  using SizeType = std::size_t;
  class ConstIterator {
  public:
    Row operator*() const;
    ConstIterator &operator++();
    bool operator!=(const ConstIterator &Other) const;
  };
  SizeType size() const noexcept;
  bool empty() const noexcept;
  ConstIterator begin() const noexcept;
  ConstIterator end() const noexcept;
  Row front() const noexcept;
  Row back() const noexcept;
  Row operator[](SizeType Index) const noexcept(false);
  Row at(SizeType Index) const;
  SizeType affectedRows() const noexcept;
};

class Transaction;
class DbClient;
enum class Mode { NonBlocking, Blocking };
enum class TransactionType { Deferred, Immediate, Exclusive };

namespace internal {

struct [[nodiscard]] SqlAwaiter : CallbackAwaiter<Result> {};
struct [[nodiscard]] TransactionAwaiter
    : CallbackAwaiter<std::shared_ptr<Transaction>> {};

class SqlBinder {
public:
  SqlBinder(SqlBinder &&) noexcept;
  ~SqlBinder();
  template <typename CallbackType>
  SqlBinder &operator>>(CallbackType &&Callback) {
    return *this;
  }
  template <typename T> SqlBinder &operator<<(T &&Parameter);
  SqlBinder &operator<<(const std::string &Parameter);
  SqlBinder &operator<<(const Mode &M);
  SqlBinder &operator<<(Mode &M);
  SqlBinder &operator<<(Mode &&M);
  void exec() noexcept(false);
};

} // namespace internal

class DbClient {
public:
  virtual ~DbClient();
  static std::shared_ptr<DbClient> newPgClient(const std::string &Info,
                                               size_t Connections,
                                               bool AutoBatch = false);
  static std::shared_ptr<DbClient> newMysqlClient(const std::string &Info,
                                                  size_t Connections);
  static std::shared_ptr<DbClient> newSqlite3Client(const std::string &Info,
                                                    size_t Connections);

  template <typename FUNCTION1, typename FUNCTION2, typename... Arguments>
  void execSqlAsync(const std::string &Sql, FUNCTION1 &&OnResult,
                    FUNCTION2 &&OnError, Arguments &&...Args) noexcept {}
  template <typename... Arguments>
  std::future<Result> execSqlAsyncFuture(const std::string &Sql,
                                         Arguments &&...Args) noexcept;
  template <typename... Arguments>
  Result execSqlSync(const std::string &Sql,
                     Arguments &&...Args) noexcept(false);
  template <typename... Arguments>
  internal::SqlAwaiter execSqlCoro(const std::string &Sql,
                                   Arguments &&...Args) noexcept;

  internal::SqlBinder operator<<(const std::string &Sql);
  internal::SqlBinder operator<<(std::string &&Sql);
  template <int N> internal::SqlBinder operator<<(const char (&Sql)[N]);

  virtual std::shared_ptr<Transaction> newTransaction(
      const std::function<void(bool)> &Commit = std::function<void(bool)>(),
      TransactionType Type = TransactionType::Deferred) noexcept(false) = 0;
  std::shared_ptr<Transaction>
  newTransaction(TransactionType Type) noexcept(false);
  virtual void newTransactionAsync(
      const std::function<void(const std::shared_ptr<Transaction> &)> &Callback,
      TransactionType Type = TransactionType::Deferred) = 0;
  internal::TransactionAwaiter
  newTransactionCoro(TransactionType Type = TransactionType::Deferred);
  virtual void setTimeout(double Timeout) = 0;
  virtual void closeAll() = 0;
};

using DbClientPtr = std::shared_ptr<DbClient>;

class Transaction : public DbClient {
public:
  virtual void rollback() = 0;
  virtual void setCommitCallback(const std::function<void(bool)> &Commit) = 0;
};

} // namespace drogon::orm
#endif
