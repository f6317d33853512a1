// RUN: %check_async_tidy %s async-patch-overwrite %t --real
#include <Poco/Data/Session.h>
#include <Poco/Data/SessionPool.h>
#include <Poco/Dynamic/Var.h>
#include <Poco/JSON/Object.h>
#include <Poco/JSON/Parser.h>
#include <Poco/Net/HTMLForm.h>
#include <Poco/Net/HTTPRequestHandler.h>
#include <Poco/Net/HTTPServerRequest.h>
#include <Poco/Net/HTTPServerResponse.h>
#include <Poco/NumberParser.h>
#include <map>
#include <string>
using namespace Poco::Data::Keywords;
using namespace Poco::Net;
using Poco::JSON::Object;
using Poco::JSON::Parser;

struct Device {
  std::string name, location;
  int port = 0;
  bool active = true;
};
std::map<std::string, Device> devices;

class DeviceHandler : public HTTPRequestHandler {
public:
  explicit DeviceHandler(Poco::Data::SessionPool &pool) : pool_(pool) {}
  void handleRequest(HTTPServerRequest &request, HTTPServerResponse &response) override {
    const std::string &method = request.getMethod();
    if (method == HTTPRequest::HTTP_PATCH)
      patch(request, response);
    else if (method == HTTPRequest::HTTP_PUT)
      put(request);
    else
      response.setStatusAndReason(HTTPResponse::HTTP_METHOD_NOT_ALLOWED);
    response.send();
  }

private:
  void patch(HTTPServerRequest &request, HTTPServerResponse &response) {
    Parser parser;
    const Poco::Dynamic::Var result = parser.parse(request.stream());
    Object::Ptr body = result.extract<Object::Ptr>();
    auto it = devices.find(request.getURI());
    if (it == devices.end()) {
      response.setStatus(HTTPResponse::HTTP_NOT_FOUND);
      return;
    }
    Device &device = it->second;
    device.name = body->optValue<std::string>("name", "");
    // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: a PATCH request without 'name' overwrites 'device.name' with "": what was stored is lost [async-patch-overwrite]
    // CHECK-NOTES: note: 'DeviceHandler::handleRequest' passes it to 'DeviceHandler::patch' here
    // CHECK-NOTES: note: 'DeviceHandler::handleRequest' answers PATCH here
    // CHECK-FIXES: device.name = body->optValue<std::string>("name", device.name);
    device.port = body->has("port") ? body->getValue<int>("port") : 80;
    // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: a PATCH request without 'port' overwrites 'device.port' with 80
    // CHECK-FIXES: device.port = body->has("port") ? body->getValue<int>("port") : device.port;
    const bool active = body->optValue("active", false);
    device.active = active;
    // CHECK-MESSAGES: :[[@LINE-1]]:19: warning: a PATCH request without 'active' overwrites 'device.active' with false
    // CHECK-FIXES: if (body->has("active"))
    // CHECK-FIXES-NEXT: device.active = active;
    if (!body->isNull("location"))
      device.location = body->getValue<std::string>("location");
    device.location = body->getValue<std::string>("location"); // throws
    device.location = body->get("location").toString();        // throws
    device.name = body->optValue("name", device.name);
    store(body);
  }
  void store(const Object::Ptr &body) {
    Poco::Data::Session session(pool_.get());
    std::string name = body->optValue<std::string>("name", "");
    int port = body->optValue("port", 0);
    const std::string id = "7";
    session << "UPDATE devices SET name = ?, port = ? WHERE id = ?", use(name), use(port), bind(id), now;
    // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: a PATCH request without 'name' sets the column 'name' to ""
    // CHECK-MESSAGES: :[[@LINE-2]]:{{[0-9]+}}: warning: a PATCH request without 'port' sets the column 'port' to 0
    session << "UPDATE devices SET name = COALESCE(?, name) WHERE port = ?", use(name), use(port), now;
    Poco::Data::Statement statement(session);
    statement << "UPDATE devices SET name = ?", use(name);
    // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: a PATCH request without 'name' sets the column 'name' to ""
    statement.execute();
    if (body->has("name"))
      session << "UPDATE devices SET name = ?", use(name), now;
  }
  void put(HTTPServerRequest &request) {
    Parser parser;
    auto body = parser.parse(request.stream()).extract<Object::Ptr>();
    devices[request.getURI()].name = body->optValue<std::string>("name", "");
  }
  Poco::Data::SessionPool &pool_;
};

class FormHandler : public HTTPRequestHandler {
public:
  void handleRequest(HTTPServerRequest &request, HTTPServerResponse &response) override {
    if (request.getMethod() != HTTPRequest::HTTP_PATCH)
      return;
    HTMLForm form(request, request.stream());
    Device &device = devices.at("1");
    device.name = form.get("name", "");
    // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: a PATCH request without 'name' overwrites 'device.name' with ""
    // CHECK-FIXES: device.name = form.get("name", device.name);
    int port = 0;
    if (Poco::NumberParser::tryParse(form.get("port", ""), port))
      device.port = port;
    if (form.has("location"))
      device.location = form["location"];
    device.location = form.get("location"); // throws
    response.send();
  }
};
