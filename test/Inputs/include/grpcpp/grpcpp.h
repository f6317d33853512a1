// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef GRPCPP_GRPCPP_H
#define GRPCPP_GRPCPP_H
#include <chrono>
#include <memory>
#include <string>

namespace grpc {
using string = std::string;

class ChannelCredentials {};
class ServerCredentials {};
std::shared_ptr<ChannelCredentials> InsecureChannelCredentials();
std::shared_ptr<ServerCredentials> InsecureServerCredentials();

class ChannelArguments {
public:
  void SetInt(const std::string &key, int value);
};

class ChannelInterface {
public:
  virtual ~ChannelInterface();
};
class Channel final : public ChannelInterface {
public:
  ~Channel() override;
};

std::shared_ptr<Channel>
CreateChannel(const grpc::string &target,
              const std::shared_ptr<ChannelCredentials> &creds);
std::shared_ptr<Channel>
CreateCustomChannel(const grpc::string &target,
                    const std::shared_ptr<ChannelCredentials> &creds,
                    const ChannelArguments &args);

class Service {
public:
  virtual ~Service();
};

class ServerContext;

class Status {
public:
  Status();
  static const Status &OK;
};
template <class R> class ServerReadReactor {
public:
  virtual ~ServerReadReactor();
  void StartRead(R *req);
  void Finish(grpc::Status s);
  virtual void OnDone() = 0;
  virtual void OnCancel();
  virtual void OnReadDone(bool ok);
};

class ServerInterface {
public:
  virtual ~ServerInterface();
  void Shutdown();
  virtual void Wait() = 0;
};
class Server : public ServerInterface {
public:
  void Wait() override;
};

class ServerBuilder {
public:
  ServerBuilder &AddListeningPort(const std::string &addr_uri,
                                  std::shared_ptr<ServerCredentials> creds,
                                  int *selected_port = nullptr);
  ServerBuilder &RegisterService(Service *service);
  std::unique_ptr<Server> BuildAndStart();
};
} // namespace grpc
#endif
