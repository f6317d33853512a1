// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef MYSQLX_XDEVAPI_H
#define MYSQLX_XDEVAPI_H
#include <string>

namespace mysqlx {
class ClientSettings {
public:
  ClientSettings(const std::string &uri);
  template <typename... T> ClientSettings(const std::string &uri, T... options);
};

class SessionSettings {
public:
  SessionSettings(const std::string &uri);
};

class Client;

class Session {
public:
  Session(SessionSettings settings);
  template <typename... T> Session(T... options);
  Session(Session &&other);
  Session(Client &client);
  void startTransaction();
  void commit();
  void close();
};

class Client {
public:
  Client(ClientSettings settings);
  template <typename... T> Client(T... options);
  Session getSession();
  void close();
};

template <typename... P> Session getSession(P... p);
template <typename... P> Client getClient(P... p);
} // namespace mysqlx
#endif
