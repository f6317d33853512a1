// What asks, on the way to the write, whether the field was sent.
// RUN: %check_async_tidy %s async-patch-overwrite %t
#include <httplib.h>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string>
#include <unordered_map>
using nlohmann::json;
using httplib::Request;
using httplib::Response;

struct Ticket {
  std::string title, state, owner, text;
  int priority = 0;
};
std::unordered_map<std::string, Ticket> tickets;

// Every one of these writes only what was sent.
void guarded(const Request &req, Response &res) {
  json body = json::parse(req.body, nullptr, false);
  if (body.is_discarded()) {
    res.status = 400;
    return;
  }
  auto it = tickets.find(req.path_params.at("id"));
  if (it == tickets.end()) {
    res.status = 404;
    return;
  }
  Ticket &ticket = it->second;
  if (body.contains("title"))
    ticket.title = body.value("title", "");
  if (body.count("state") != 0 && body["state"].is_string()) {
    ticket.state = body.value("state", "");
  }
  if (!body.contains("owner")) {
    res.set_content("kept", "text/plain");
  } else {
    ticket.owner = body.value("owner", "");
  }
  if (const auto text = body.find("text"); text != body.end())
    ticket.text = text->get<std::string>();
  if (const auto text = body.value("text", ""); !text.empty())
    ticket.text = text;
  body.contains("priority") && (ticket.priority = body.value("priority", 0));
  body.contains("state") ? ticket.state = body.value("state", "") : ticket.state;
  const bool sent = body.contains("title");
  if (sent)
    ticket.title = body.value("title", "");
  bool has_priority = body.contains("priority");
  if (has_priority)
    ticket.priority = body.value("priority", 0);
  auto found = body.find("text");
  if (found != body.end())
    ticket.text = body.value("text", "");
  const bool both = body.contains("title") && body.contains("owner");
  if (!both) {
    res.status = 422;
    return;
  }
  ticket.owner = body.value("owner", "");
  switch (body["state"].type()) {
  case json::value_t::string:
    ticket.state = body.value("state", "");
    break;
  default:
    break;
  }
  for (auto member = body.begin(); member != body.end(); ++member) {
    if (member.key() == "title")
      ticket.title = member.value().get<std::string>();
    else if (member.key() == "owner")
      ticket.owner = member.value().get<std::string>();
  }
}

// A required field is answered with 400 before it is used.
void required(const Request &req, Response &res) {
  const json body = json::parse(req.body);
  Ticket &ticket = tickets.at(req.path_params.at("id"));
  if (!body.contains("title") || !body["title"].is_string()) {
    res.status = 400;
    return;
  }
  ticket.title = body.value("title", "");
  for (const char *field : {"owner", "state"}) {
    if (!body.contains(field)) {
      res.status = 400;
      return;
    }
  }
  ticket.owner = body.value("owner", "");
  ticket.state = body.value("state", "");
  if (!body.contains("priority"))
    throw std::invalid_argument("priority");
  ticket.priority = body.value("priority", 0);
}

// Tests that say nothing about the field.
void unguarded(const Request &req, Response &res) {
  json body = json::parse(req.body);
  auto it = tickets.find(req.path_params.at("id"));
  if (it == tickets.end())
    return;
  if (!req.body.empty())
    it->second.title = body.value("title", "");
  // CHECK-MESSAGES: :[[@LINE-1]]:22: warning: a PATCH request without 'title' overwrites 'it->second.title' with ""
  // CHECK-FIXES: {{^    }}it->second.title = body.value("title", it->second.title);
  if (body.contains("title"))
    it->second.owner = body.value("owner", "");
  // CHECK-MESSAGES: :[[@LINE-1]]:22: warning: a PATCH request without 'owner' overwrites 'it->second.owner' with ""
  // CHECK-FIXES: {{^    }}it->second.owner = body.value("owner", it->second.owner);
  if (!body.contains("state"))
    res.set_content("no state", "text/plain");
  it->second.state = body.value("state", "");
  // CHECK-MESSAGES: :[[@LINE-1]]:20: warning: a PATCH request without 'state' overwrites 'it->second.state' with ""
  // CHECK-FIXES: {{^  }}it->second.state = body.value("state", it->second.state);
  if (body.is_object() && req.has_header("If-Match")) {
    it->second.priority = body.value("priority", 0);
    // CHECK-MESSAGES: :[[@LINE-1]]:25: warning: a PATCH request without 'priority' overwrites 'it->second.priority' with 0
    // CHECK-FIXES: {{^    }}it->second.priority = body.value("priority", it->second.priority);
  }
  for (int attempt = 0; attempt < 3; ++attempt) {
    it->second.text = req.get_param_value("text");
    // CHECK-MESSAGES: :[[@LINE-1]]:21: warning: a PATCH request without 'text' overwrites 'it->second.text' with an empty value
    // CHECK-FIXES: {{^    }}if (req.has_param("text"))
    // CHECK-FIXES-NEXT: {{^      }}it->second.text = req.get_param_value("text");
  }
  // An `if` of its own would take the `else`.
  if (it->second.state == "open")
    it->second.text = req.get_param_value("text");
  // CHECK-MESSAGES: :[[@LINE-1]]:21: warning: a PATCH request without 'text' overwrites 'it->second.text' with an empty value
  // CHECK-FIXES: {{^  }}if (it->second.state == "open")
  // CHECK-FIXES-NEXT: {{^    }}it->second.text = req.get_param_value("text");
  else
    it->second.text = "closed";
}

// The test comes too late, or leaves where it was sent.
void wrong_way_round(const Request &req, Response &res) {
  json body = json::parse(req.body);
  Ticket &ticket = tickets.at(req.path_params.at("id"));
  ticket.title = body.value("title", "");
  // CHECK-MESSAGES: :[[@LINE-1]]:16: warning: a PATCH request without 'title' overwrites 'ticket.title' with ""
  // CHECK-FIXES: {{^  }}ticket.title = body.value("title", ticket.title);
  if (!body.contains("title"))
    res.status = 400;
}

void routes(httplib::Server &server) {
  server.Patch("/guarded/:id", guarded);
  server.Patch("/required/:id", required);
  server.Patch("/unguarded/:id", unguarded);
  server.Patch("/wrong/:id", wrong_way_round);
}
