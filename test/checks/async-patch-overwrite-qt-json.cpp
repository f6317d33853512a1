// Qt: what is missing is undefined, and undefined as a text is "".
// RUN: %check_async_tidy %s async-patch-overwrite %t
#include <QByteArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QJsonParseError>
#include <QJsonValue>
#include <QMap>
#include <QString>
#include <QVariant>
#include <httplib.h>
#include <string>

class Contact {
public:
  void setName(const QString &name);
  void setAge(int age);
  QString name() const;
  int age() const;
};

struct Note {
  QString title;
  QString text;
  int priority = 0;
  double weight = 0;
  bool pinned = false;
};

QMap<QString, Note> notes;
Contact *contactOf(const std::string &id);
Note &noteOf(const std::string &id);

QByteArray bytes(const std::string &text) { return QByteArray(text.data(), text.size()); }

void members(httplib::Server &server) {
  server.Patch("/notes/:id", [](const httplib::Request &req, httplib::Response &res) {
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(bytes(req.body), &error);
    if (error.error != QJsonParseError::NoError || !document.isObject()) {
      res.status = 400;
      return;
    }
    const QJsonObject body = document.object();
    Note &note = noteOf(req.path_params.at("id"));
    note.title = body["title"].toString();
    // CHECK-MESSAGES: :[[@LINE-1]]:16: warning: a PATCH request without 'title' overwrites 'note.title' with an empty value: what was stored is lost [async-patch-overwrite]
    // CHECK-NOTES: :[[@LINE-11]]:10: note: 'lambda' answers PATCH of '/notes/:id', registered with 'Server::Patch' here
    // CHECK-NOTES: :[[@LINE-3]]:16: note: write it only when it was sent
    // CHECK-FIXES: if (body.contains("title"))
    // CHECK-FIXES-NEXT: note.title = body["title"].toString();
    note.text = body.value("text").toString();
    // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: a PATCH request without 'text' overwrites 'note.text' with an empty value
    // CHECK-FIXES: if (body.contains("text"))
    // CHECK-FIXES-NEXT: note.text = body.value("text").toString();
    note.priority = body["priority"].toInt();
    // CHECK-MESSAGES: :[[@LINE-1]]:19: warning: a PATCH request without 'priority' overwrites 'note.priority' with 0
    // CHECK-FIXES: if (body.contains("priority"))
    // CHECK-FIXES-NEXT: note.priority = body["priority"].toInt();
    note.weight = body.value("weight").toDouble(1.5);
    // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: a PATCH request without 'weight' overwrites 'note.weight' with 1.5
    // CHECK-FIXES: note.weight = body.value("weight").toDouble(note.weight);
    note.pinned = body.value(QStringLiteral("pinned")).toBool();
    // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: a PATCH request without 'pinned' overwrites 'note.pinned' with false
    // CHECK-FIXES: if (body.contains(QStringLiteral("pinned")))
    note.title = body["title"].toString("untitled");
    // CHECK-MESSAGES: :[[@LINE-1]]:16: warning: a PATCH request without 'title' overwrites 'note.title' with "untitled"
    // CHECK-FIXES: note.title = body["title"].toString(note.title);
    note.text = body[QLatin1String("text")].toString(note.text);
    note.priority = body["priority"].toInt(note.priority);
  });
}

void setters(httplib::Server &server) {
  server.Patch("/contacts/:id", [](const httplib::Request &req, httplib::Response &) {
    QJsonObject body = QJsonDocument::fromJson(QByteArray::fromStdString(req.body)).object();
    Contact *contact = contactOf(req.path_params.at("id"));
    contact->setName(body["name"].toString());
    // CHECK-MESSAGES: :[[@LINE-1]]:14: warning: a PATCH request without 'name' has 'contact->setName' overwrite what was stored with an empty value
    // CHECK-FIXES: if (body.contains("name"))
    // CHECK-FIXES-NEXT: contact->setName(body["name"].toString());
    contact->setAge(body.value("age").toInt(contact->age()));
    QVariant age = body["age"].toVariant();
    contact->setAge(age.toInt());
    // CHECK-MESSAGES: :[[@LINE-1]]:14: warning: a PATCH request without 'age' has 'contact->setAge' overwrite what was stored with 0
    if (age.isValid())
      contact->setAge(age.toInt());
  });
}

void asked_before(httplib::Server &server) {
  server.Patch("/drafts/:id", [](const httplib::Request &req, httplib::Response &) {
    QJsonObject body = QJsonDocument::fromJson(QByteArray::fromStdString(req.body)).object();
    Note &note = noteOf(req.path_params.at("id"));
    if (body.contains("title"))
      note.title = body["title"].toString();
    const QJsonValue text = body.value("text");
    if (!text.isUndefined())
      note.text = text.toString();
    if (const auto priority = body.value("priority"); priority.isDouble())
      note.priority = priority.toInt();
    note.pinned = body.contains("pinned") ? body["pinned"].toBool() : note.pinned;
    const QString title = body["title"].toString();
    if (!title.isEmpty())
      note.title = title;
    QJsonValue weight = body["weight"];
    if (weight.isUndefined())
      return;
    note.weight = weight.toDouble();
  });
}

// The ways of Qt's to write a text.
void literals(httplib::Server &server) {
  using namespace Qt::StringLiterals;
  server.Patch("/literals/:id", [](const httplib::Request &req, httplib::Response &) {
    const QJsonObject body = QJsonDocument::fromJson(QByteArray::fromStdString(req.body)).object();
    Note &note = noteOf(req.path_params.at("id"));
    note.title = body["title"_L1].toString();
    // CHECK-MESSAGES: :[[@LINE-1]]:16: warning: a PATCH request without 'title' overwrites 'note.title' with an empty value
    // CHECK-FIXES: if (body.contains("title"_L1))
    note.text = body[u"text"_s].toString();
    // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: a PATCH request without 'text' overwrites 'note.text' with an empty value
    // CHECK-FIXES: if (body.contains(u"text"_s))
    if (body.contains(QStringLiteral("title")))
      note.title = body[QStringLiteral("title")].toString();
    if (body.contains(u"text"_s))
      note.text = body.value(u"text"_s).toString();
    if (body.contains("pinned"_L1))
      note.pinned = body["pinned"_L1].toBool();
  });
}
