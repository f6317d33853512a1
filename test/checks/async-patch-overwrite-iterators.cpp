// Members that are read through what a look-up gives.
// RUN: %check_async_tidy %s async-patch-overwrite %t
#include <boost/json.hpp>
#include <httplib.h>
#include <map>
#include <nlohmann/json.hpp>
#include <rapidjson/document.h>
#include <string>

using nlohmann::json;

struct Ticket {
  std::string title;
  std::string text;
  long priority = 0;
};

std::map<std::string, Ticket> tickets;

void of_nlohmann(httplib::Server &server) {
  server.Patch("/nlohmann/:id", [](const httplib::Request &req, httplib::Response &) {
    const json body = json::parse(req.body);
    Ticket &ticket = tickets.at(req.path_params.at("id"));
    auto it = body.find("title");
    ticket.title = it != body.end() ? it->get<std::string>() : "";
    // CHECK-MESSAGES: :[[@LINE-1]]:18: warning: a PATCH request without 'title' overwrites 'ticket.title' with "": what was stored is lost [async-patch-overwrite]
    // CHECK-NOTES: :[[@LINE-3]]:20: note: 'title' is read here
    // CHECK-NOTES: :[[@LINE-7]]:10: note: 'lambda' answers PATCH of '/nlohmann/:id', registered with 'Server::Patch' here
    // CHECK-NOTES: :[[@LINE-4]]:18: note: keep the current value as the default
    ticket.text = body.find("text") == body.end() ? std::string() : body["text"].get<std::string>();
    // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: a PATCH request without 'text' overwrites 'ticket.text' with an empty value
    // CHECK-FIXES: ticket.text = body.find("text") == body.end() ? ticket.text : body["text"].get<std::string>();
    auto priority = body.find("priority");
    ticket.priority = priority == body.cend() ? ticket.priority : priority->get<long>();
    if (priority != body.end())
      ticket.priority = *priority;
    if (it == body.end())
      return;
    ticket.title = it.value();
  });
}

void of_rapidjson(httplib::Server &server) {
  server.Patch("/rapidjson/:id", [](const httplib::Request &req, httplib::Response &) {
    rapidjson::Document body;
    body.Parse(req.body.c_str());
    Ticket &ticket = tickets.at(req.path_params.at("id"));
    auto title = body.FindMember("title");
    ticket.title = title != body.MemberEnd() ? title->value.GetString() : "";
    // CHECK-MESSAGES: :[[@LINE-1]]:18: warning: a PATCH request without 'title' overwrites 'ticket.title' with ""
    auto text = body.FindMember("text");
    ticket.text = text != body.MemberEnd() ? text->value.GetString() : ticket.text;
    auto priority = body.FindMember("priority");
    ticket.priority = priority != body.MemberEnd() && priority->value.IsInt64() ? priority->value.GetInt64() : 1;
    // CHECK-MESSAGES: :[[@LINE-1]]:21: warning: a PATCH request without 'priority' overwrites 'ticket.priority' with 1
  });
}

void of_boost(httplib::Server &server) {
  server.Patch("/boost/:id", [](const httplib::Request &req, httplib::Response &) {
    const boost::json::object body = boost::json::parse(req.body).as_object();
    Ticket &ticket = tickets.at(req.path_params.at("id"));
    auto priority = body.find("priority");
    ticket.priority = priority == body.end() ? 0 : priority->value().as_int64();
    // CHECK-MESSAGES: :[[@LINE-1]]:21: warning: a PATCH request without 'priority' overwrites 'ticket.priority' with 0
    const auto *title = body.if_contains("title");
    ticket.title = title ? title->as_string().c_str() : "";
    // CHECK-MESSAGES: :[[@LINE-1]]:18: warning: a PATCH request without 'title' overwrites 'ticket.title' with ""
    const auto *text = body.if_contains("text");
    if (text && text->is_string())
      ticket.text = text->as_string().c_str();
  });
}
