// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef POCO_DATA_SESSIONPOOL_H
#define POCO_DATA_SESSIONPOOL_H
#include <Poco/Data/Session.h>

namespace Poco::Data {
class SessionPool {
public:
  SessionPool(const std::string &connector, const std::string &connectionString,
              int minSessions = 1, int maxSessions = 32, int idleTime = 60);
  virtual ~SessionPool();
  Session get();
  void shutdown();
};
} // namespace Poco::Data
#endif
