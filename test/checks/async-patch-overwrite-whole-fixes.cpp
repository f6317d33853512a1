// The library's merge in place of an assignment: where it stands, and under which names.
// RUN: %check_async_tidy %s async-patch-overwrite %t --fix-notes
#include <boost/json.hpp>
#include <httplib.h>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
using httplib::Request;
using httplib::Response;

namespace shop::model {
struct User {
  int id = 0;
  std::string name, email;
};
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(User, id, name, email)
struct Strict {
  std::string name;
};
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(Strict, name)
struct Coupon {
  std::string code, text;
};
Coupon tag_invoke(boost::json::value_to_tag<Coupon>, const boost::json::value &value) {
  Coupon coupon;
  if (auto *code = value.as_object().if_contains("code"))
    coupon.code = code->as_string().c_str();
  return coupon;
}
void tag_invoke(boost::json::value_from_tag, boost::json::value &to, const Coupon &coupon);
} // namespace shop::model

namespace shop {
std::map<std::string, model::User> users;
std::map<std::string, model::Strict> stricts;
std::map<std::string, model::Coupon> coupons;

void routes(httplib::Server &server) {
  // Under an `if` without braces there is no fix.
  server.Patch("/a/:id", [](const Request &req, Response &res) {
    nlohmann::json body = nlohmann::json::parse(req.body);
    auto it = users.find(req.path_params.at("id"));
    if (it != users.end())
      it->second = body.get<model::User>();
    // CHECK-MESSAGES: :[[@LINE-1]]:18: warning: a PATCH request replaces 'it->second' as a whole
    // CHECK-FIXES: {{^      }}it->second = body.get<model::User>();
    else
      res.status = 404;
  });
  // Twice in one block, and beside a variable of that name.
  server.Patch("/b/:id", [](const Request &req, Response &) {
    const auto body = nlohmann::json::parse(req.body);
    auto &user = users.at(req.path_params.at("id"));
    user = body.get<model::User>();
    // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: a PATCH request replaces 'user' as a whole
    // CHECK-FIXES: .merge_patch(body); user = merged.get<{{(shop::)?}}model::User>();
    auto &other = users.at("other");
    other = body.get<model::User>();
    // CHECK-MESSAGES: :[[@LINE-1]]:11: warning: a PATCH request replaces 'other' as a whole
    // CHECK-FIXES: .merge_patch(body); other = merged.get<{{(shop::)?}}model::User>();
  });
  server.Patch("/c/:id", [](const Request &req, Response &res) {
    const auto body = nlohmann::json::parse(req.body);
    bool merged = false;
    auto &user = users.at(req.path_params.at("id"));
    user = body.get<model::User>();
    // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: a PATCH request replaces 'user' as a whole
    // CHECK-FIXES: .merge_patch(body); user = merged.get<{{(shop::)?}}model::User>();
    merged = true;
    res.status = merged ? 200 : 304;
  });
  // One that insists on every field throws, and replaces nothing.
  server.Patch("/d/:id", [](const Request &req, Response &) {
    const auto body = nlohmann::json::parse(req.body);
    stricts.at(req.path_params.at("id")) = body.get<model::Strict>();
  });
  // Boost.JSON has no merge of its own.
  server.Patch("/e/:id", [](const Request &req, Response &) {
    const boost::json::value body = boost::json::parse(req.body);
    auto &coupon = coupons.at(req.path_params.at("id"));
    coupon = boost::json::value_to<model::Coupon>(body);
    // CHECK-MESSAGES: :[[@LINE-1]]:12: warning: a PATCH request replaces 'coupon' as a whole
    // CHECK-FIXES: auto merged = boost::json::value_from(coupon).as_object(); const boost::json::value sent = body; for (const auto &member : sent.as_object()) merged[member.key()] = member.value(); coupon = boost::json::value_to<{{(shop::)?}}model::Coupon>(boost::json::value(merged));
  });
}
} // namespace shop
