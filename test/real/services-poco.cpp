// RUN: %check_async_tidy %s async-missing-dispose %t --real -check-suffix=REACTOR -- -DREACTOR
// RUN: %check_async_tidy %s async-missing-dispose %t --real -check-suffix=NONE -- -DREACTOR -DSTOP
// RUN: %check_async_tidy %s async-missing-dispose %t --real -check-suffix=NONE -- -DAPPLICATION
#ifdef REACTOR
#include <Poco/Net/ServerSocket.h>
#include <Poco/Net/SocketAcceptor.h>
#include <Poco/Net/SocketReactor.h>
#include <csignal>

namespace {
class Session {
public:
  Session(Poco::Net::StreamSocket &, Poco::Net::SocketReactor &) {}
};
#ifdef STOP
Poco::Net::SocketReactor *running;
void on_signal(int) { running->stop(); }
#endif
} // namespace

int main() {
  Poco::Net::ServerSocket socket(9977);
  Poco::Net::SocketReactor reactor;
  Poco::Net::SocketAcceptor<Session> acceptor(socket, reactor);
#ifdef STOP
  running = &reactor;
  std::signal(SIGTERM, on_signal);
#endif
  reactor.run();
  // CHECK-MESSAGES-REACTOR: :[[@LINE-1]]:3: warning: 'SocketReactor::run' serves until the process is killed: nothing handles SIGTERM, so that no connection is closed and no request finished at shutdown [async-missing-dispose]
  // CHECK-NOTES-REACTOR: :[[@LINE-7]]:38: note: 'SocketAcceptor' accepts connections here
  // CHECK-NOTES-REACTOR: :[[@LINE-3]]:3: note: make it in main or in initialize() of a Poco::Util::ServerApplication, and close it in uninitialize(), after the server has stopped
}
#else
#include <Poco/Net/HTTPRequestHandlerFactory.h>
#include <Poco/Net/HTTPServer.h>
#include <Poco/Util/ServerApplication.h>
#include <iostream>

namespace {
// Its main ends when SIGTERM arrives.
class Orders : public Poco::Util::ServerApplication {
protected:
  int main(const std::vector<std::string> &) override {
    Poco::Net::HTTPServer server(factory, 8080);
    server.start();
    waitForTerminationRequest();
    server.stop();
    return Application::EXIT_OK;
  }

private:
  Poco::Net::HTTPRequestHandlerFactory::Ptr factory;
};
} // namespace

POCO_SERVER_MAIN(Orders)
#endif
