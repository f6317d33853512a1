// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef POCO_DATA_SESSION_H
#define POCO_DATA_SESSION_H
#include <cstddef>
#include <string>

namespace Poco {
template <class C> class AutoPtr {
public:
  AutoPtr();
  AutoPtr(C *ptr);
};
namespace Data {
class SessionImpl;

class Session {
public:
  static const std::size_t LOGIN_TIMEOUT_DEFAULT = 60;
  Session(Poco::AutoPtr<SessionImpl> ptrImpl);
  Session(const std::string &connector, const std::string &connectionString,
          std::size_t timeout = LOGIN_TIMEOUT_DEFAULT);
  Session(const std::string &connection,
          std::size_t timeout = LOGIN_TIMEOUT_DEFAULT);
  Session(const Session &);
  Session(Session &&) noexcept;
  ~Session();
  template <typename T> Session &operator<<(const T &t) { return *this; }
  void begin();
  void commit();
  void close();
};
} // namespace Data
} // namespace Poco
#endif
