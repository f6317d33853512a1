// RUN: %check_async_tidy %s async-blocking-call %t --real -- -fPIC -isystem /usr/include/qcoro6 -isystem /usr/include/qcoro6/qcoro -isystem /usr/include/qcoro6/QCoro -isystem /usr/include/x86_64-linux-gnu/qt6 -isystem /usr/include/x86_64-linux-gnu/qt6/QtCore
#include <QProcess>
#include <QThread>
#include <qcorotask.h>

QCoro::Task<> sleeps() {
  QThread::msleep(50);
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: '{{.*}}msleep' blocks the event loop: it puts the thread to sleep
  // CHECK-FIXES: co_await QCoro::sleepFor(std::chrono::milliseconds(50));
  co_return;
}

QCoro::Task<> runs(QProcess &process) {
  process.start("true", {});
  process.waitForFinished();
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: '{{.*}}waitForFinished' blocks the event loop: it waits for another process
  co_return;
}

QCoro::Task<int> inner();

QCoro::Task<int> waits() {
  const int there = QCoro::waitFor(inner());
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: 'waitFor' blocks the event loop: it waits for other work to finish
  co_return there + co_await inner();
}
