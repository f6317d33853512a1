// RUN: %check_async_tidy %s async-missing-dispose %t --real -check-suffix=SERVES -- -fPIC -isystem /usr/include/x86_64-linux-gnu/qt6 -isystem /usr/include/x86_64-linux-gnu/qt6/QtCore -isystem /usr/include/x86_64-linux-gnu/qt6/QtNetwork
// RUN: %check_async_tidy %s async-missing-dispose %t --real -check-suffix=NONE -- -fPIC -isystem /usr/include/x86_64-linux-gnu/qt6 -isystem /usr/include/x86_64-linux-gnu/qt6/QtCore -isystem /usr/include/x86_64-linux-gnu/qt6/QtNetwork -DSTOP
#include <QCoreApplication>
#include <QTcpServer>
#include <QTcpSocket>
#include <csignal>

int main(int argc, char **argv) {
  QCoreApplication app(argc, argv);
  QTcpServer server;
  QObject::connect(&server, &QTcpServer::newConnection,
                   [&] { server.nextPendingConnection()->close(); });
  if (!server.listen(QHostAddress::Any, 8080))
    return 1;
#ifdef STOP
  std::signal(SIGTERM, [](int) { QCoreApplication::quit(); });
#endif
  return app.exec();
  // CHECK-MESSAGES-SERVES: :[[@LINE-1]]:10: warning: 'QCoreApplication::exec' serves until the process is killed: nothing handles SIGTERM, so that no connection is closed and no request finished at shutdown [async-missing-dispose]
  // CHECK-NOTES-SERVES: :[[@LINE-7]]:8: note: 'QTcpServer::listen' accepts connections here
  // CHECK-NOTES-SERVES: :[[@LINE-3]]:10: note: make it after the QCoreApplication, in main or in an object that main owns, and close it when aboutToQuit() is emitted
}
