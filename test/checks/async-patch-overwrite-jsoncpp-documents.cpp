// Documents of JsonCpp that are kept as they are.
// RUN: %check_async_tidy %s async-patch-overwrite %t
#include <httplib.h>
#include <json/json.h>
#include <map>
#include <string>

std::map<std::string, Json::Value> documents;

// Every member that was sent, whichever it is.
void all_that_was_sent(httplib::Server &server) {
  server.Patch("/documents/:id", [](const httplib::Request &req, httplib::Response &) {
    Json::Value body;
    Json::Reader().parse(req.body, body);
    Json::Value &stored = documents[req.path_params.at("id")];
    for (const std::string &name : body.getMemberNames())
      stored[name] = body[name];
    stored["title"] = body["title"];
    // CHECK-MESSAGES: :[[@LINE-1]]:21: warning: a PATCH request without 'title' overwrites 'stored["title"]' with null: what was stored is lost [async-patch-overwrite]
    // CHECK-FIXES: if (body.isMember("title"))
    // CHECK-FIXES-NEXT: stored["title"] = body["title"];
    stored["owner"] = body.get("owner", "nobody");
    // CHECK-MESSAGES: :[[@LINE-1]]:21: warning: a PATCH request without 'owner' overwrites 'stored["owner"]' with "nobody"
    if (body.isMember("text"))
      stored["text"] = body["text"];
    if (!body["state"].isNull())
      stored["state"] = body["state"];
    stored["size"] = body.get("size", stored["size"]);
    for (auto it = body.begin(); it != body.end(); ++it)
      stored[it.name()] = *it;
  });
  server.Patch("/replaced/:id", [](const httplib::Request &req, httplib::Response &res) {
    Json::Value body;
    if (!Json::Reader().parse(req.body, body)) {
      res.status = 400;
      return;
    }
    documents[req.path_params.at("id")] = body;
    // CHECK-MESSAGES: :[[@LINE-1]]:41: warning: a PATCH request replaces 'documents[req.path_params.at("id")]' as a whole
    Json::Value answer = body;
    answer["id"] = req.path_params.at("id");
    res.set_content(answer.toStyledString(), "application/json");
  });
}
