// Parameters of queries, forms and headers: empty, or a null pointer, when they
// weren't sent.
// RUN: %check_async_tidy %s async-patch-overwrite %t
#include <App.h>
#include <crow.h>
#include <drogon/drogon.h>
#include <httplib.h>
#include <map>
#include <string>

struct Profile {
  std::string name;
  std::string city;
  int age = 0;
  bool visible = true;
};

std::map<std::string, Profile> profiles;

void of_httplib(httplib::Server &server) {
  server.Patch("/httplib/:id", [](const httplib::Request &req, httplib::Response &) {
    // What is in the path is always sent.
    Profile &profile = profiles.at(req.path_params.at("id"));
    profile.name = req.get_param_value("name");
    // CHECK-MESSAGES: :[[@LINE-1]]:18: warning: a PATCH request without 'name' overwrites 'profile.name' with an empty value: what was stored is lost [async-patch-overwrite]
    // CHECK-NOTES: :[[@LINE-5]]:10: note: 'lambda' answers PATCH of '/httplib/:id', registered with 'Server::Patch' here
    // CHECK-NOTES: :[[@LINE-3]]:18: note: write it only when it was sent
    // CHECK-FIXES: if (req.has_param("name"))
    // CHECK-FIXES-NEXT: profile.name = req.get_param_value("name");
    profile.city = req.has_param("city") ? req.get_param_value("city") : "";
    // CHECK-MESSAGES: :[[@LINE-1]]:18: warning: a PATCH request without 'city' overwrites 'profile.city' with ""
    // CHECK-FIXES: profile.city = req.has_param("city") ? req.get_param_value("city") : profile.city;
    profile.city = req.get_header_value("X-City");
    // CHECK-MESSAGES: :[[@LINE-1]]:18: warning: a PATCH request without 'X-City' overwrites 'profile.city' with an empty value
    // CHECK-FIXES: if (req.has_header("X-City"))
    // CHECK-FIXES-NEXT: profile.city = req.get_header_value("X-City");
    profile.city = req.form.get_field("city");
    // CHECK-MESSAGES: :[[@LINE-1]]:18: warning: a PATCH request without 'city' overwrites 'profile.city' with an empty value
    // CHECK-FIXES: if (req.form.has_field("city"))
    // CHECK-FIXES-NEXT: profile.city = req.form.get_field("city");
    // stoi() of an empty text throws.
    profile.age = std::stoi(req.get_param_value("age"));
    auto age = req.get_param_value("age");
    profile.age = age.empty() ? 0 : std::stoi(age);
    // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: a PATCH request without 'age' overwrites 'profile.age' with 0
    // CHECK-FIXES: profile.age = age.empty() ? profile.age : std::stoi(age);
    profile.visible = req.get_param_value("visible") == "true";
    // CHECK-MESSAGES: :[[@LINE-1]]:21: warning: a PATCH request without 'visible' overwrites 'profile.visible' with false
    // CHECK-FIXES: if (req.has_param("visible"))
  });
  server.Patch("/asked/:id", [](const httplib::Request &req, httplib::Response &res) {
    Profile &profile = profiles.at(req.path_params.at("id"));
    profile.name = req.path_params.at("id");
    if (req.has_param("name"))
      profile.name = req.get_param_value("name");
    const auto city = req.get_param_value("city");
    if (!city.empty())
      profile.city = city;
    if (auto it = req.params.find("age"); it != req.params.end())
      profile.age = std::stoi(it->second);
    if (req.form.has_field("city"))
      profile.city = req.form.get_field("city");
    if (!req.has_param("visible")) {
      res.status = 400;
      return;
    }
    profile.visible = req.get_param_value("visible") == "true";
  });
}

void of_drogon() {
  drogon::app().registerHandler(
      "/drogon/{1}",
      [](const drogon::HttpRequestPtr &req, std::function<void(const drogon::HttpResponsePtr &)> &&callback, const std::string &id) {
        Profile &profile = profiles.at(id);
        profile.name = req->getParameter("name");
        // CHECK-MESSAGES: :[[@LINE-1]]:22: warning: a PATCH request without 'name' overwrites 'profile.name' with an empty value
        // CHECK-FIXES: if (!req->getParameter("name").empty())
        // CHECK-FIXES-NEXT: profile.name = req->getParameter("name");
        profile.age = req->getOptionalParameter<int>("age").value_or(0);
        // CHECK-MESSAGES: :[[@LINE-1]]:21: warning: a PATCH request without 'age' overwrites 'profile.age' with 0
        // CHECK-FIXES: profile.age = req->getOptionalParameter<int>("age").value_or(profile.age);
        auto city = req->getOptionalParameter<std::string>("city");
        if (city)
          profile.city = *city;
        profile.city = city.value_or(profile.city);
        const auto &name = req->getParameter("name");
        if (!name.empty())
          profile.name = name;
        profile.city = req->getHeader("x-city");
        // CHECK-MESSAGES: :[[@LINE-1]]:22: warning: a PATCH request without 'x-city' overwrites 'profile.city' with an empty value
        callback(drogon::HttpResponse::newHttpResponse());
      },
      {drogon::Patch});
}

void of_crow(crow::SimpleApp &app) {
  CROW_ROUTE(app, "/crow/<string>").methods("PATCH"_method)([](const crow::request &req, std::string id) {
    Profile &profile = profiles.at(id);
    profile.name = req.url_params.get("name") ? req.url_params.get("name") : "";
    // CHECK-MESSAGES: :[[@LINE-1]]:18: warning: a PATCH request without 'name' overwrites 'profile.name' with ""
    const char *city = req.url_params.get("city");
    profile.city = city ? city : "nowhere";
    // CHECK-MESSAGES: :[[@LINE-1]]:18: warning: a PATCH request without 'city' overwrites 'profile.city' with "nowhere"
    if (city != nullptr)
      profile.city = city;
    if (auto age = req.url_params.get("age"))
      profile.age = std::stoi(age);
    auto form = req.get_body_params();
    if (form.get("visible"))
      profile.visible = std::string(form.get("visible")) == "true";
    profile.city = req.get_header_value("X-City");
    // CHECK-MESSAGES: :[[@LINE-1]]:18: warning: a PATCH request without 'X-City' overwrites 'profile.city' with an empty value
    // CHECK-FIXES: if (!req.get_header_value("X-City").empty())
    // CHECK-FIXES-NEXT: profile.city = req.get_header_value("X-City");
    return crow::response(200);
  });
}

void of_uws() {
  uWS::App().patch("/uws/:id", [](auto *res, uWS::HttpRequest *req) {
    Profile &profile = profiles.at(std::string(req->getParameter("id")));
    profile.name = req->getQuery("name");
    // CHECK-MESSAGES: :[[@LINE-1]]:18: warning: a PATCH request without 'name' overwrites 'profile.name' with an empty value
    // CHECK-FIXES: if (!req->getQuery("name").empty())
    // CHECK-FIXES-NEXT: profile.name = req->getQuery("name");
    profile.city = std::string(req->getHeader("x-city"));
    // CHECK-MESSAGES: :[[@LINE-1]]:18: warning: a PATCH request without 'x-city' overwrites 'profile.city' with an empty value
    std::string_view city = req->getQuery("city");
    if (!city.empty())
      profile.city = city;
    if (auto name = req->getQuery("name"); name.size() > 0)
      profile.name = name;
    res->end();
  });
}
