// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef MOCK_QT_JSON_H
#define MOCK_QT_JSON_H
#include <initializer_list>
#include <mock/qt/core.h>
#include <utility>

class QJsonArray;
class QJsonObject;
class QJsonValueRef;
class QJsonValueConstRef;

class QVariant {
public:
  QVariant();
  bool isValid() const;
  bool isNull() const;
  int toInt(bool *Ok = nullptr) const;
  unsigned toUInt(bool *Ok = nullptr) const;
  long long toLongLong(bool *Ok = nullptr) const;
  unsigned long long toULongLong(bool *Ok = nullptr) const;
  bool toBool() const;
  double toDouble(bool *Ok = nullptr) const;
  float toFloat(bool *Ok = nullptr) const;
  double toReal(bool *Ok = nullptr) const;
  QString toString() const;
  QByteArray toByteArray() const;
  QStringList toStringList() const;
  QJsonObject toJsonObject() const;
  template <typename T> T value() const;
};

template <typename Key, typename T> class QMap {
public:
  bool contains(const Key &key) const;
  T value(const Key &key, const T &defaultValue = T()) const;
  T &operator[](const Key &key);
  T operator[](const Key &key) const;
  T *find(const Key &key);
  const T *find(const Key &key) const;
  const T *constFind(const Key &key) const;
  T *end();
  const T *end() const;
  int count(const Key &key) const;
};
template <typename Key, typename T> class QHash {
public:
  bool contains(const Key &key) const;
  T value(const Key &key) const;
  T value(const Key &key, const T &defaultValue) const;
  T &operator[](const Key &key);
  const T operator[](const Key &key) const;
  T *find(const Key &key);
  const T *constFind(const Key &key) const;
  int count(const Key &key) const;
};
using QVariantMap = QMap<QString, QVariant>;
using QVariantHash = QHash<QString, QVariant>;

class QJsonValue {
public:
  enum Type { Null, Bool, Double, String, Array, Object, Undefined = 0x80 };
  QJsonValue(Type T = Null);
  QJsonValue(bool B);
  QJsonValue(double N);
  QJsonValue(int N);
  QJsonValue(const QString &S);
  QJsonValue(const char *S);
  QJsonValue(const QJsonArray &A);
  QJsonValue(const QJsonObject &O);
  Type type() const;
  bool isNull() const;
  bool isBool() const;
  bool isDouble() const;
  bool isString() const;
  bool isArray() const;
  bool isObject() const;
  bool isUndefined() const;
  bool toBool(bool DefaultValue = false) const;
  int toInt(int DefaultValue = 0) const;
  long long toInteger(long long DefaultValue = 0) const;
  double toDouble(double DefaultValue = 0) const;
  QString toString() const;
  QString toString(const QString &DefaultValue) const;
  QJsonArray toArray() const;
  QJsonArray toArray(const QJsonArray &DefaultValue) const;
  QJsonObject toObject() const;
  QJsonObject toObject(const QJsonObject &DefaultValue) const;
  QVariant toVariant() const;
  const QJsonValue operator[](const QString &Key) const;
  const QJsonValue operator[](long long Index) const;
  bool operator==(const QJsonValue &Other) const;
};

class QJsonValueConstRef {
public:
  operator QJsonValue() const;
  QJsonValue::Type type() const;
  bool isNull() const;
  bool isBool() const;
  bool isDouble() const;
  bool isString() const;
  bool isArray() const;
  bool isObject() const;
  bool isUndefined() const;
  bool toBool(bool DefaultValue = false) const;
  int toInt(int DefaultValue = 0) const;
  long long toInteger(long long DefaultValue = 0) const;
  double toDouble(double DefaultValue = 0) const;
  QString toString(const QString &DefaultValue = {}) const;
  QJsonArray toArray() const;
  QJsonObject toObject() const;
  QVariant toVariant() const;
  const QJsonValue operator[](const QString &Key) const;
};

class QJsonValueRef : public QJsonValueConstRef {
public:
  QJsonValueRef &operator=(const QJsonValue &Value);
  operator QJsonValue() const;
  QJsonValue::Type type() const;
  bool isNull() const;
  bool isBool() const;
  bool isDouble() const;
  bool isString() const;
  bool isArray() const;
  bool isObject() const;
  bool isUndefined() const;
  bool toBool(bool DefaultValue = false) const;
  int toInt(int DefaultValue = 0) const;
  long long toInteger(long long DefaultValue = 0) const;
  double toDouble(double DefaultValue = 0) const;
  QString toString(const QString &DefaultValue = {}) const;
  QJsonArray toArray() const;
  QJsonObject toObject() const;
  QVariant toVariant() const;
};

class QJsonArray {
public:
  QJsonArray();
  QJsonValue at(long long Index) const;
  long long size() const;
  bool isEmpty() const;
  void append(const QJsonValue &Value);
};

class QJsonObject {
public:
  class iterator {
  public:
    QJsonValueRef value() const;
    QJsonValueRef operator*() const;
    bool operator==(const iterator &Other) const;
    bool operator!=(const iterator &Other) const;
  };
  class const_iterator {
  public:
    QJsonValueConstRef value() const;
    QJsonValueConstRef operator*() const;
    bool operator==(const const_iterator &Other) const;
    bool operator!=(const const_iterator &Other) const;
  };
  QJsonObject();
  QJsonObject(std::initializer_list<std::pair<QString, QJsonValue>> Args);
  QJsonValue value(const QString &Key) const;
  QJsonValue value(QLatin1String Key) const;
  QJsonValue operator[](const QString &Key) const;
  QJsonValue operator[](QLatin1String Key) const;
  QJsonValueRef operator[](const QString &Key);
  QJsonValueRef operator[](QLatin1String Key);
  QJsonValue take(const QString &Key);
  bool contains(const QString &Key) const;
  bool isEmpty() const;
  iterator find(const QString &Key);
  const_iterator find(const QString &Key) const;
  const_iterator constFind(const QString &Key) const;
  iterator end();
  const_iterator end() const;
  const_iterator constEnd() const;
  iterator insert(const QString &Key, const QJsonValue &Value);
  QVariantMap toVariantMap() const;
};

struct QJsonParseError {
  enum ParseError { NoError = 0, UnterminatedObject };
  QString errorString() const;
  long long offset = 0;
  ParseError error = NoError;
};

class QJsonDocument {
public:
  QJsonDocument();
  explicit QJsonDocument(const QJsonObject &Object);
  static QJsonDocument fromJson(const QByteArray &Json,
                                QJsonParseError *Error = nullptr);
  QByteArray toJson() const;
  QVariant toVariant() const;
  bool isEmpty() const;
  bool isArray() const;
  bool isObject() const;
  bool isNull() const;
  QJsonObject object() const;
  QJsonArray array() const;
  const QJsonValue operator[](const QString &Key) const;
  const QJsonValue operator[](long long Index) const;
};
#endif
