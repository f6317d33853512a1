// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef MOCK_QT_CORE_H
#define MOCK_QT_CORE_H
#include <chrono>
#include <cstddef>
#include <functional>
#include <string>
#include <type_traits>

namespace Qt {
enum TimerType { PreciseTimer, CoarseTimer, VeryCoarseTimer };
enum ConnectionType { AutoConnection, DirectConnection, QueuedConnection };
} // namespace Qt

class QLatin1String {
public:
  explicit QLatin1String(const char *Text);
};
using QLatin1StringView = QLatin1String;

struct QStringPrivate {};
namespace QtPrivate {
template <std::size_t N>
QStringPrivate qMakeStringPrivate(const char16_t (&Literal)[N]) {
  return {};
}
} // namespace QtPrivate
#define QStringLiteral(str) (QString(QtPrivate::qMakeStringPrivate(u"" str)))

class QString : public std::string {
public:
  QString();
  QString(const char *Text);
  QString(QLatin1String Text);
  explicit QString(QStringPrivate Data);
  static QString fromStdString(const std::string &Text);
  bool isEmpty() const;
  bool isNull() const;
  short toShort(bool *Ok = nullptr, int Base = 10) const;
  unsigned short toUShort(bool *Ok = nullptr, int Base = 10) const;
  int toInt(bool *Ok = nullptr, int Base = 10) const;
  unsigned toUInt(bool *Ok = nullptr, int Base = 10) const;
  long toLong(bool *Ok = nullptr, int Base = 10) const;
  unsigned long toULong(bool *Ok = nullptr, int Base = 10) const;
  long long toLongLong(bool *Ok = nullptr, int Base = 10) const;
  unsigned long long toULongLong(bool *Ok = nullptr, int Base = 10) const;
  float toFloat(bool *Ok = nullptr) const;
  double toDouble(bool *Ok = nullptr) const;
  std::string toStdString() const;
};
namespace Qt::StringLiterals {
QLatin1String operator""_L1(const char *Text, std::size_t Size);
QString operator""_s(const char16_t *Text, std::size_t Size);
} // namespace Qt::StringLiterals

class QByteArray : public std::string {
public:
  QByteArray();
  QByteArray(const char *Data, long long Size = -1);
  static QByteArray fromStdString(const std::string &Text);
  bool isEmpty() const;
  bool isNull() const;
  int toInt(bool *Ok = nullptr, int Base = 10) const;
  double toDouble(bool *Ok = nullptr) const;
};
class QStringList {};
class QEvent;
class QTimerEvent;

namespace QtPrivate {
template <typename F> struct FunctionPointer {};
template <class Obj, typename Ret, typename... Args>
struct FunctionPointer<Ret (Obj::*)(Args...)> {
  using Object = Obj;
};
} // namespace QtPrivate

class QMetaObject {
public:
  class Connection {};
};

class QObject {
public:
  explicit QObject(QObject *Parent = nullptr);
  virtual ~QObject();
  virtual bool event(QEvent *Event);
  virtual bool eventFilter(QObject *Watched, QEvent *Event);

  template <typename Func1, typename Func2>
  static QMetaObject::Connection
  connect(const typename QtPrivate::FunctionPointer<Func1>::Object *Sender,
          Func1 Signal,
          const typename QtPrivate::FunctionPointer<Func2>::Object *Receiver,
          Func2 Slot, Qt::ConnectionType Type = Qt::AutoConnection) {
    return {};
  }
  template <typename Func1, typename Func2>
  static std::enable_if_t<!std::is_member_function_pointer_v<Func2>,
                          QMetaObject::Connection>
  connect(const typename QtPrivate::FunctionPointer<Func1>::Object *Sender,
          Func1 Signal, Func2 Slot) {
    return {};
  }
  template <typename Func1, typename Func2>
  static std::enable_if_t<!std::is_member_function_pointer_v<Func2>,
                          QMetaObject::Connection>
  connect(const typename QtPrivate::FunctionPointer<Func1>::Object *Sender,
          Func1 Signal, const QObject *Context, Func2 Slot,
          Qt::ConnectionType Type = Qt::AutoConnection) {
    return {};
  }

protected:
  virtual void timerEvent(QTimerEvent *Event);
};

class QThread : public QObject {
public:
  static void sleep(unsigned long Seconds);
  static void msleep(unsigned long Milliseconds);
  static void usleep(unsigned long Microseconds);
  bool wait(unsigned long Time);
  void started();
  void finished();

protected:
  virtual void run();
};

class QTimer : public QObject {
public:
  void timeout();
  template <typename Duration, typename Func1>
  static void singleShot(Duration Interval, Func1 Slot) {}
  template <typename Duration, typename Func1>
  static void singleShot(Duration Interval, const QObject *Context,
                         Func1 Slot) {}
};

template <typename T> class QFuture {
public:
  bool isFinished() const;
  void waitForFinished();
  T result() const;
};
#endif
