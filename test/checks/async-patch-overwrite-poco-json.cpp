// Poco: a handler that asks for the method, and its JSON.
// RUN: %check_async_tidy %s async-patch-overwrite %t
#include <Poco/Dynamic/Var.h>
#include <Poco/JSON/Object.h>
#include <Poco/JSON/Parser.h>
#include <Poco/Net/HTMLForm.h>
#include <Poco/Net/HTTPRequestHandler.h>
#include <Poco/Net/HTTPServerRequest.h>
#include <Poco/Nullable.h>
#include <map>
#include <string>

using Poco::JSON::Object;
using Poco::Net::HTTPServerRequest;
using Poco::Net::HTTPServerResponse;

struct Book {
  std::string title;
  std::string author;
  int pages = 0;
  bool lent = false;
};

std::map<std::string, Book> books;

class BookHandler : public Poco::Net::HTTPRequestHandler {
public:
  void handleRequest(HTTPServerRequest &request, HTTPServerResponse &response) override {
    if (request.getMethod() == "PATCH")
      patch(request);
    else if (request.getMethod() == "PUT")
      put(request);
  }

private:
  void patch(HTTPServerRequest &request) {
    Poco::JSON::Parser parser;
    Object::Ptr body = parser.parse(request.stream()).extract<Object::Ptr>();
    Book &book = books.at(request.getURI());
    book.title = body->optValue<std::string>("title", "");
    // CHECK-MESSAGES: :[[@LINE-1]]:16: warning: a PATCH request without 'title' overwrites 'book.title' with "": what was stored is lost [async-patch-overwrite]
    // CHECK-NOTES: :[[@LINE-12]]:7: note: 'BookHandler::handleRequest' passes it to 'BookHandler::patch' here
    // CHECK-NOTES: :[[@LINE-14]]:32: note: 'BookHandler::handleRequest' answers PATCH here
    // CHECK-NOTES: :[[@LINE-4]]:16: note: keep the current value as the default
    // CHECK-FIXES: book.title = body->optValue<std::string>("title", book.title);
    book.pages = body->optValue("pages", 0);
    // CHECK-MESSAGES: :[[@LINE-1]]:16: warning: a PATCH request without 'pages' overwrites 'book.pages' with 0
    // CHECK-FIXES: book.pages = body->optValue("pages", book.pages);
    book.author = body->optValue<std::string>("author", book.author);
    book.lent = body->has("lent") ? body->getValue<bool>("lent") : false;
    // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: a PATCH request without 'lent' overwrites 'book.lent' with false
    // CHECK-FIXES: book.lent = body->has("lent") ? body->getValue<bool>("lent") : book.lent;
    // They throw for what isn't there.
    book.title = body->getValue<std::string>("title");
    book.pages = body->get("pages").convert<int>();
    book.author = body->get("author").toString();
    std::string title = body->get("title");
    book.title = title;
    Poco::Nullable<std::string> author = body->getNullableValue<std::string>("author");
    book.author = author.value("unknown");
    // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: a PATCH request without 'author' overwrites 'book.author' with "unknown"
    // CHECK-FIXES: book.author = author.value(book.author);
    if (!author.isNull())
      book.author = author.value();
  }

  void put(HTTPServerRequest &request) {
    Poco::JSON::Parser parser;
    auto body = parser.parse(request.stream()).extract<Object::Ptr>();
    books[request.getURI()].title = body->optValue<std::string>("title", "");
  }
};

class CopyHandler : public Poco::Net::HTTPRequestHandler {
public:
  void handleRequest(HTTPServerRequest &request, HTTPServerResponse &response) override {
    if (request.getMethod() != Poco::Net::HTTPRequest::HTTP_PATCH)
      return;
    Poco::JSON::Parser parser;
    Poco::Dynamic::Var result = parser.parse(request.stream());
    const Object::Ptr &object = result.extract<Object::Ptr>();
    Book &book = books.at(request.getURI());
    if (object->has("title"))
      book.title = object->getValue<std::string>("title");
    Poco::Dynamic::Var pages = object->get("pages");
    if (!pages.isEmpty())
      book.pages = pages.convert<int>();
    if (object->has("author") && !object->isNull("author"))
      book.author = object->optValue<std::string>("author", "");
    for (const std::string &name : object->getNames()) {
      if (name == "title")
        book.title = object->getValue<std::string>(name);
      if (name == "lent")
        book.lent = object->optValue(name, false);
    }
  }
};

// What a form has.
class FormHandler : public Poco::Net::HTTPRequestHandler {
public:
  void handleRequest(HTTPServerRequest &request, HTTPServerResponse &response) override {
    if (request.getMethod() == Poco::Net::HTTPRequest::HTTP_PATCH) {
      Poco::Net::HTMLForm form(request, request.stream());
      Book &book = books.at(form["id"]);
      book.title = form.get("title", "");
      // CHECK-MESSAGES: :[[@LINE-1]]:18: warning: a PATCH request without 'title' overwrites 'book.title' with ""
      // CHECK-FIXES: book.title = form.get("title", book.title);
      book.author = form.get("author", book.author);
      book.author = form["author"];
      if (form.has("lent"))
        book.lent = form.get("lent", "no") == "yes";
    }
  }
};
