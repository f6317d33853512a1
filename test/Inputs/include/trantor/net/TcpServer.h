// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef TRANTOR_NET_TCPSERVER_H
#define TRANTOR_NET_TCPSERVER_H
#include <cstddef>
#include <drogon/nosql/RedisClient.h>
#include <functional>
#include <memory>
#include <string>
#include <trantor/net/EventLoop.h>

namespace trantor {

class MsgBuffer {};
class TcpConnection {
public:
  virtual ~TcpConnection();
  virtual void send(const std::string &msg) = 0;
};
using TcpConnectionPtr = std::shared_ptr<TcpConnection>;
using RecvMessageCallback =
    std::function<void(const TcpConnectionPtr &, MsgBuffer *)>;

class TcpServer {
public:
  TcpServer(EventLoop *loop, const InetAddress &address, std::string name,
            bool reUseAddr = true, bool reUsePort = true);
  ~TcpServer();
  void start();
  void stop();
  void setIoLoopNum(std::size_t num);
  void setRecvMessageCallback(const RecvMessageCallback &cb);
};

} // namespace trantor
#endif
