// JsonCpp's readers say whether a text was one. Who doesn't listen has a null,
// and a null is an empty text and zero.
// RUN: %check_async_tidy %s async-unchecked-request-body %t
#include <httplib.h>
#include <json/json.h>
#include <memory>
#include <sstream>
#include <string>

using httplib::Request, httplib::Response;

void store(const std::string &title, int count);

bool read(const std::string &text, Json::Value &into) {
  Json::Reader reader;
  return reader.parse(text, into);
}

void routes(httplib::Server &server) {
  server.Post("/orders", [](const Request &req, Response &) {
    Json::Value body;
    Json::Reader reader;
    reader.parse(req.body, body);
    store(body["title"].asString(), body["count"].asInt());
    // CHECK-MESSAGES: :[[@LINE-1]]:11: warning: the body is used before the check that it could be read: 'Reader::parse' gives nothing for one that is no document
    // CHECK-NOTES: :[[@LINE-3]]:{{[0-9]+}}: note: 'body' is made here
    // CHECK-NOTES: note: 'lambda' answers POST of '/orders', registered with 'Server::Post' here
    // CHECK-NOTES: note: answer 400 first
  });
  server.Post("/streams", [](const Request &req, Response &) {
    Json::Value body;
    Json::CharReaderBuilder builder;
    std::string errors;
    std::istringstream text(req.body);
    Json::parseFromStream(builder, text, &body, &errors);
    const std::string title = body.get("title", "").asString();
    // CHECK-MESSAGES: :[[@LINE-1]]:31: warning: the body is used before the check that it could be read: 'parseFromStream' gives nothing
    store(title, 1);
  });
  server.Post("/chars", [](const Request &req, Response &) {
    Json::Value body;
    Json::CharReaderBuilder builder;
    const std::unique_ptr<Json::CharReader> reader(builder.newCharReader());
    const char *begin = req.body.data();
    bool done = reader->parse(begin, begin + req.body.size(), &body, nullptr);
    store(body["title"].asString(), 1);
    // CHECK-MESSAGES: :[[@LINE-1]]:11: warning: the body is used before the check that it could be read: 'CharReader::parse' gives nothing
    static_cast<void>(done);
  });

  server.Post("/checked", [](const Request &req, Response &res) {
    Json::Value body;
    Json::Reader reader;
    if (!reader.parse(req.body, body)) {
      res.status = 400;
      return;
    }
    store(body["title"].asString(), body["count"].asInt());
  });
  server.Post("/checked/later", [](const Request &req, Response &res) {
    Json::Value body;
    Json::Reader reader;
    const bool parsed = reader.parse(req.body, body);
    if (!parsed || !body.isObject()) {
      res.status = 400;
      return;
    }
    store(body["title"].asString(), body["count"].asInt());
  });
  server.Post("/checked/itself", [](const Request &req, Response &res) {
    Json::Value body;
    Json::Reader reader;
    reader.parse(req.body, body);
    if (!reader.good() || body.isNull()) {
      res.status = 400;
      return;
    }
    store(body["title"].asString(), 1);
    Json::Value errors;
    std::string text;
    std::istringstream in(req.body);
    if (Json::parseFromStream(Json::CharReaderBuilder(), in, &errors, &text))
      store(errors["title"].asString(), 1);
  });
  server.Post("/checked/helper", [](const Request &req, Response &res) {
    Json::Value body;
    if (!read(req.body, body)) {
      res.status = 400;
      return;
    }
    store(body["title"].asString(), 1);
  });
  // A document of the service's own.
  server.Get("/own", [](const Request &, Response &res) {
    Json::Value body;
    Json::Reader().parse(R"({"title": "new"})", body);
    res.set_content(body["title"].asString(), "text/plain");
  });
}

// `>>` throws, and nobody answers that here.
int main() {
  httplib::Server server;
  routes(server);
  server.Put("/orders", [](const Request &req, Response &) {
    std::istringstream text(req.body);
    Json::Value body;
    text >> body;
    // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: 'operator>>' throws
    store(body["title"].asString(), 1);
  });
  server.listen("0.0.0.0", 8080);
}
