// Entities that are documents themselves.
// RUN: %check_async_tidy %s async-patch-overwrite %t --fix-notes
#include <fstream>
#include <httplib.h>
#include <json/json.h>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
using nlohmann::json;
using httplib::Request;
using httplib::Response;

json users = json::object();
std::map<std::string, json> tickets;
Json::Value orders;
struct Collection {
  json find_one(const std::string &id);
  void update_one(const std::string &id, const json &document);
};
Collection collection;
void save_all(const json &all);
Json::Value parse(const std::string &text);

void routes(httplib::Server &server) {
  server.Patch("/users/:id", [](const Request &req, Response &) {
    const json body = json::parse(req.body);
    json &user = users[req.path_params.at("id")];
    user["name"] = body.value("name", "");
    // CHECK-MESSAGES: :[[@LINE-1]]:18: warning: a PATCH request without 'name' overwrites 'user["name"]' with ""
    // CHECK-FIXES: {{^    }}if (body.contains("name"))
    // CHECK-FIXES-NEXT: {{^      }}user["name"] = body.value("name", "");
    user["email"] = body["email"];
    // CHECK-MESSAGES: :[[@LINE-1]]:19: warning: a PATCH request without 'email' overwrites 'user["email"]' with null
    // CHECK-FIXES: {{^    }}if (body.contains("email"))
    // CHECK-FIXES-NEXT: {{^      }}user["email"] = body["email"];
    tickets[req.path_params.at("id")]["title"] = body.value("title", "");
    // CHECK-MESSAGES: :[[@LINE-1]]:48: warning: a PATCH request without 'title' overwrites {{.*}} with ""
    // CHECK-FIXES: {{^    }}if (body.contains("title"))
    // CHECK-FIXES-NEXT: {{^      }}tickets[req.path_params.at("id")]["title"] = body.value("title", "");
    users[req.path_params.at("id")]["address"]["street"] = body.value("street", "");
    // CHECK-MESSAGES: :[[@LINE-1]]:58: warning: a PATCH request without 'street' overwrites {{.*}} with ""
    // CHECK-FIXES: {{^    }}if (body.contains("street"))
    // CHECK-FIXES-NEXT: {{^      }}users[req.path_params.at("id")]["address"]["street"] = body.value("street", "");
    for (auto &entry : users)
      if (entry["id"] == req.path_params.at("id"))
        entry["name"] = body.value("name", "");
    // CHECK-MESSAGES: :[[@LINE-1]]:23: warning: a PATCH request without 'name' overwrites 'entry["name"]' with ""
    save_all(users);
  });

  server.Patch("/orders/:id", [](const Request &req, Response &) {
    const Json::Value body = parse(req.body);
    Json::Value &order = orders[req.path_params.at("id")];
    order["note"] = body.get("note", "");
    // CHECK-MESSAGES: :[[@LINE-1]]:19: warning: a PATCH request without 'note' overwrites 'order["note"]' with ""
    // CHECK-FIXES: {{^    }}if (body.isMember("note"))
    // CHECK-FIXES-NEXT: {{^      }}order["note"] = body.get("note", "");
    order["quantity"] = body["quantity"].asInt();
    // CHECK-MESSAGES: :[[@LINE-1]]:23: warning: a PATCH request without 'quantity' overwrites 'order["quantity"]' with 0
    // CHECK-FIXES: {{^    }}if (body.isMember("quantity"))
    // CHECK-FIXES-NEXT: {{^      }}order["quantity"] = body["quantity"].asInt();
  });

  // Loaded, changed, stored.
  server.Patch("/collection/:id", [](const Request &req, Response &) {
    const json body = json::parse(req.body);
    json stored = collection.find_one(req.path_params.at("id"));
    stored["name"] = body.value("name", "");
    // CHECK-MESSAGES: :[[@LINE-1]]:20: warning: a PATCH request without 'name' overwrites 'stored["name"]' with ""
    // CHECK-FIXES: {{^    }}if (body.contains("name"))
    // CHECK-FIXES-NEXT: {{^      }}stored["name"] = body.value("name", "");
    collection.update_one(req.path_params.at("id"), stored);
  });
  // Replaced as a whole.
  server.Patch("/whole/:id", [](const Request &req, Response &) {
    const json body = json::parse(req.body);
    users[req.path_params.at("id")] = body;
    // CHECK-MESSAGES: :[[@LINE-1]]:37: warning: a PATCH request replaces 'users[req.path_params.at("id")]' as a whole: every member that it doesn't send is lost
    tickets["7"] = json::parse(req.body);
    // CHECK-MESSAGES: :[[@LINE-1]]:18: warning: a PATCH request replaces 'tickets["7"]' as a whole
  });

  // Nothing is lost.
  server.Patch("/kept/:id", [](const Request &req, Response &res) {
    const json body = json::parse(req.body);
    json &user = users.at(req.path_params.at("id"));
    user.merge_patch(body);
    user.update(body);
    for (auto member = body.begin(); member != body.end(); ++member)
      user[member.key()] = member.value();
    for (const char *key : {"name", "email"})
      if (body.contains(key))
        user[key] = body[key];
    if (body.contains("name"))
      user["name"] = body["name"];
    user["email"] = body.value("email", user["email"].get<std::string>());
    user["phone"] = body.contains("phone") ? body["phone"] : user["phone"];
    user["updated"] = "now";
    // An answer is no entity.
    json answer = {{"name", body.value("name", "")}};
    answer["email"] = body["email"];
    res.set_content(answer.dump(), "application/json");
  });
}
