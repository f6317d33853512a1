// The methods of a gRPC service are declared by generated code.
// RUN: %check_async_tidy %s async-connection-per-request %t
#include <grpcpp/grpcpp.h>
#include <pqxx/pqxx>

namespace gen {
struct Request;
struct Reply;
struct Orders {
  class Service : public grpc::Service {
  public:
    virtual grpc::Status Get(grpc::ServerContext *, const Request *, Reply *);
    virtual ~Service();
  };
};
} // namespace gen

class OrdersService : public gen::Orders::Service {
public:
  OrdersService() { pqxx::connection check("host=db"); }
  ~OrdersService() override { pqxx::connection last("host=db"); }
  grpc::Status Get(grpc::ServerContext *, const gen::Request *,
                   gen::Reply *) override {
    pqxx::connection conn("host=db");
    // CHECK-MESSAGES: :[[@LINE-1]]:22: warning: 'connection' is created anew for every request
    return {};
  }
  // Nobody's method.
  void warm_up() { pqxx::connection conn("host=db"); }
};

int main() {
  OrdersService service;
  service.warm_up();
}
