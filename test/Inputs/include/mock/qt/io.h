// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef MOCK_QT_IO_H
#define MOCK_QT_IO_H
#include <mock/qt/core.h>

class QIODevice : public QObject {
public:
  void readyRead();
  QByteArray readAll();
  virtual bool waitForReadyRead(int Milliseconds);
  virtual bool waitForBytesWritten(int Milliseconds);
};

class QFile : public QIODevice {
public:
  explicit QFile(const QString &Name);
  static bool copy(const QString &Name, const QString &NewName);
};

class QProcess : public QIODevice {
public:
  void start(const QString &Program, const QStringList &Arguments = {});
  bool waitForStarted(int Milliseconds = 30000);
  bool waitForFinished(int Milliseconds = 30000);
  void finished(int ExitCode);
  static int execute(const QString &Program, const QStringList &Arguments = {});
};
#endif
