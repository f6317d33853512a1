// One way of reading for each library, in a program that answers no exception.
// RUN: %check_async_tidy %s async-unchecked-request-body %t
#include <Poco/JSON/Object.h>
#include <Poco/JSON/Parser.h>
#include <Poco/Net/HTTPRequestHandler.h>
#include <Poco/Net/HTTPServerRequest.h>
#include <Poco/NumberParser.h>
#include <App.h>
#include <boost/json.hpp>
#include <boost/property_tree/json_parser.hpp>
#include <boost/property_tree/ptree.hpp>
#include <cinatra/coro_http_server.hpp>
#include <cpprest/http_listener.h>
#include <cpprest/json.h>
#include <httplib.h>
#include <nlohmann/json.hpp>
#include <rapidjson/document.h>
#include <sstream>
#include <string>

using httplib::Request, httplib::Response;

void store(const std::string &title, long count);

void nlohmann_routes(httplib::Server &server) {
  server.Post("/streams", [](const Request &req, Response &) {
    std::istringstream in(req.body);
    nlohmann::json body;
    in >> body;
    // CHECK-MESSAGES: :[[@LINE-1]]:8: warning: 'operator>>' throws
    store(body.at("title").get<std::string>(), 1);
  });
  server.Post("/discarded", [](const Request &req, Response &) {
    auto body = nlohmann::json::parse(req.body, nullptr, false);
    store(body["title"].get<std::string>(), 1);
    // CHECK-MESSAGES: :[[@LINE-1]]:25: warning: 'basic_json::get' throws
  });
  server.Post("/accepted", [](const Request &req, Response &res) {
    if (!nlohmann::json::accept(req.body)) {
      res.status = 400;
      return;
    }
    auto body = nlohmann::json::parse(req.body);
    if (!body.contains("title") || !body["title"].is_string()) {
      res.status = 400;
      return;
    }
    store(body["title"].get<std::string>(), 1);
  });
  server.Post("/kept", [](const Request &req, Response &res) {
    auto body = nlohmann::json::parse(req.body, nullptr, false);
    if (body.is_discarded() || !body.is_object()) {
      res.status = 400;
      return;
    }
    store(body.value("title", ""), 1);
  });
}

void other_routes(httplib::Server &server) {
  server.Post("/boost", [](const Request &req, Response &) {
    auto body = boost::json::parse(req.body);
    // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: 'parse' throws for data that a client got wrong
    store(body.as_object().at("title").as_string().c_str(), 1);
  });
  server.Post("/boost/codes", [](const Request &req, Response &res) {
    boost::system::error_code error;
    auto body = boost::json::parse(req.body, error);
    if (error) {
      res.status = 400;
      return;
    }
    const auto *object = body.if_object();
    const auto *title = object ? object->if_contains("title") : nullptr;
    store(title && title->is_string() ? title->get_string().c_str() : "", 1);
  });
  server.Post("/tree", [](const Request &req, Response &) {
    std::istringstream in(req.body);
    boost::property_tree::ptree body;
    boost::property_tree::read_json(in, body);
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'read_json' throws
    store(body.get<std::string>("title", ""), 1);
  });
  server.Post("/rapid", [](const Request &req, Response &) {
    rapidjson::Document body;
    body.Parse(req.body.c_str());
    store(body["title"].GetString(), 1);
    // CHECK-MESSAGES: :[[@LINE-1]]:11: warning: the body is used before the check that it could be read: 'GenericDocument::Parse' gives nothing
  });
  server.Post("/rapid/asked", [](const Request &req, Response &res) {
    rapidjson::Document body;
    if (body.Parse(req.body.c_str()).HasParseError() || !body.IsObject() || !body.HasMember("title")) {
      res.status = 400;
      return;
    }
    store(body["title"].GetString(), 1);
  });
}

class OrderHandler : public Poco::Net::HTTPRequestHandler {
public:
  void handleRequest(Poco::Net::HTTPServerRequest &request, Poco::Net::HTTPServerResponse &) override {
    Poco::JSON::Parser parser;
    auto body = parser.parse(request.stream()).extract<Poco::JSON::Object::Ptr>();
    // CHECK-MESSAGES: :[[@LINE-1]]:48: warning: 'Var::extract' throws
    store(body->getValue<std::string>("title"), Poco::NumberParser::parse(request.get("X-Count")));
  }
};

void rest(web::http::experimental::listener::http_listener &listener) {
  listener.support(web::http::methods::PUT, [](web::http::http_request request) {
    auto body = request.extract_json().get();
    // CHECK-MESSAGES: :[[@LINE-1]]:25: warning: 'http_request::extract_json' throws
    store(body.at("title").as_string(), body.at("count").as_integer());
  });
  listener.support(web::http::methods::PATCH, [](web::http::http_request request) {
    const std::string text = request.extract_string().get();
    std::error_code error;
    auto body = web::json::value::parse(text, error);
    if (error || !body.is_object() || !body.has_string_field("title")) {
      request.reply(web::http::status_codes::BadRequest);
      return;
    }
    store(body.at("title").as_string(), 1);
  });
}

void loops(uWS::App &app, cinatra::coro_http_server &server) {
  app.post("/orders", [](auto *res, auto *req) {
    store("", std::stol(std::string(req->getQuery("count"))));
    // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: 'stol' throws
    res->end();
  });
  server.set_http_handler<cinatra::http_method::POST>(
      "/orders", [](cinatra::coro_http_request &req, cinatra::coro_http_response &resp) {
        auto body = nlohmann::json::parse(req.get_body());
        // CHECK-MESSAGES: :[[@LINE-1]]:21: warning: 'basic_json::parse' throws
        store(body.at("title").template get<std::string>(), 1);
        resp.set_status(cinatra::status_type::ok);
      });
}

int main() {
  httplib::Server server;
  nlohmann_routes(server);
  other_routes(server);
  server.listen("0.0.0.0", 8080);
}
