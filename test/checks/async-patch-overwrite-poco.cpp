// POCO: handlers that ask for the method, factories, forms, its own JSON.
// RUN: %check_async_tidy %s async-patch-overwrite %t
#include <Poco/JSON/Object.h>
#include <Poco/JSON/Parser.h>
#include <Poco/Net/HTMLForm.h>
#include <Poco/Net/HTTPRequestHandler.h>
#include <Poco/Net/HTTPServerRequest.h>
#include <Poco/Net/HTTPServerResponse.h>
#include <map>
#include <string>
using namespace Poco::Net;
using Poco::JSON::Object;
using Poco::JSON::Parser;

struct Device {
  std::string name, location;
  int port = 0;
};
std::map<std::string, Device> devices;
Object::Ptr body_of(HTTPServerRequest &request) {
  Parser parser;
  return parser.parse(request.stream()).extract<Object::Ptr>();
}

// One handler for all methods of a path.
class DeviceHandler : public HTTPRequestHandler {
public:
  void handleRequest(HTTPServerRequest &request, HTTPServerResponse &response) override {
    if (request.getMethod() == HTTPRequest::HTTP_GET) {
      response.send();
    } else if (request.getMethod() == HTTPRequest::HTTP_PATCH) {
      Parser parser;
      auto body = parser.parse(request.stream()).extract<Object::Ptr>();
      Device &device = devices.at("1");
      device.name = body->optValue<std::string>("name", "");
      // CHECK-MESSAGES: :[[@LINE-1]]:19: warning: a PATCH request without 'name' overwrites 'device.name' with "": what was stored is lost [async-patch-overwrite]
      // CHECK-NOTES: :[[@LINE-6]]:{{[0-9]+}}: note: 'DeviceHandler::handleRequest' answers PATCH
      // CHECK-NOTES: note: keep the current value as the default
      // CHECK-FIXES: {{^      }}device.name = body->optValue<std::string>("name", device.name);
      device.port = body->optValue("port", 80);
      // CHECK-MESSAGES: :[[@LINE-1]]:19: warning: a PATCH request without 'port' overwrites 'device.port' with 80
      // CHECK-FIXES: {{^      }}device.port = body->optValue("port", device.port);
      if (body->has("location"))
        device.location = body->getValue<std::string>("location");
      device.location = body->getValue<std::string>("location"); // throws
      response.send();
    } else if (request.getMethod() == "PUT") {
      auto body = body_of(request);
      devices["1"].name = body->optValue<std::string>("name", "");
    } else {
      response.setStatus(HTTPResponse::HTTP_METHOD_NOT_ALLOWED);
    }
  }
};

// A method for each verb.
class TicketHandler : public HTTPRequestHandler {
public:
  void handleRequest(HTTPServerRequest &request, HTTPServerResponse &response) override {
    const std::string &method = request.getMethod();
    if (method == HTTPRequest::HTTP_PATCH)
      patch(request);
    else if (method == HTTPRequest::HTTP_PUT)
      put(request);
    response.send();
  }

private:
  void patch(HTTPServerRequest &request) {
    auto body = body_of(request);
    auto &device = devices.at("1");
    device.location = body->has("location") ? body->getValue<std::string>("location") : std::string();
    // CHECK-MESSAGES: :[[@LINE-1]]:21: warning: a PATCH request without 'location' overwrites 'device.location' with an empty value
    // CHECK-FIXES: {{^    }}device.location = body->has("location") ? body->getValue<std::string>("location") : device.location;
  }
  void put(HTTPServerRequest &request) {
    devices["1"].location = body_of(request)->optValue<std::string>("location", "");
  }
};

// A handler that is made for PATCH alone, and leaves early.
class RenameHandler : public HTTPRequestHandler {
public:
  void handleRequest(HTTPServerRequest &request, HTTPServerResponse &response) override {
    if (request.getMethod() != HTTPRequest::HTTP_PATCH) {
      response.setStatus(HTTPResponse::HTTP_METHOD_NOT_ALLOWED);
      response.send();
      return;
    }
    HTMLForm form(request, request.stream());
    devices.at("1").name = form.get("name", "");
    // CHECK-MESSAGES: :[[@LINE-1]]:26: warning: a PATCH request without 'name' overwrites 'devices.at("1").name' with ""
    // CHECK-NOTES: note: 'RenameHandler::handleRequest' answers PATCH
    if (form.has("location"))
      devices.at("1").location = form.get("location");
    devices.at("1").location = form["location"]; // throws
  }
};
