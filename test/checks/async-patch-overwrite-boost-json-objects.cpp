// Classes that Boost.JSON makes by a tag_invoke of the project's.
// RUN: %check_async_tidy %s async-patch-overwrite %t --fix-notes
#include <boost/json.hpp>
#include <httplib.h>
#include <map>
#include <string>

namespace json = boost::json;

struct Ticket {
  int id = 0;
  std::string title;
  std::string text;
  bool open = true;
};
void tag_invoke(json::value_from_tag, json::value &to, const Ticket &ticket);
Ticket tag_invoke(json::value_to_tag<Ticket>, const json::value &from) {
  Ticket ticket;
  const json::object &object = from.as_object();
  if (const auto *title = object.if_contains("title"))
    ticket.title = json::value_to<std::string>(*title);
  if (const auto *text = object.if_contains("text"))
    ticket.text = json::value_to<std::string>(*text);
  ticket.open = object.contains("open") ? object.at("open").as_bool() : true;
  return ticket;
}

// One that insists on all.
struct Address {
  std::string street;
  std::string city;
};
Address tag_invoke(json::value_to_tag<Address>, const json::value &from) {
  const json::object &object = from.as_object();
  return {json::value_to<std::string>(object.at("street")),
          json::value_to<std::string>(object.at("city"))};
}

std::map<int, Ticket> tickets;
std::map<std::string, Address> addresses;

struct TicketStore {
  bool update(int id, const Ticket &ticket) {
    tickets[id] = ticket;
    return true;
  }
};

void replaced(httplib::Server &server) {
  server.Patch("/tickets/:id", [](const httplib::Request &req, httplib::Response &) {
    json::value body = json::parse(req.body);
    Ticket &ticket = tickets.at(std::stoi(req.path_params.at("id")));
    ticket = json::value_to<Ticket>(body);
    // CHECK-MESSAGES: :[[@LINE-1]]:12: warning: a PATCH request replaces 'ticket' as a whole: every member that it doesn't send is lost [async-patch-overwrite]
    // CHECK-NOTES: :[[@LINE-5]]:10: note: 'lambda' answers PATCH of '/tickets/:id', registered with 'Server::Patch' here
    // CHECK-NOTES: :[[@LINE-3]]:12: note: merge what was sent into it
    // CHECK-FIXES: auto merged = boost::json::value_from(ticket).as_object();
  });
  server.Patch("/addresses/:user", [](const httplib::Request &req, httplib::Response &) {
    addresses[req.path_params.at("user")] = json::value_to<Address>(json::parse(req.body));
  });
  server.Patch("/merged/:id", [](const httplib::Request &req, httplib::Response &) {
    json::value body = json::parse(req.body);
    Ticket &ticket = tickets.at(std::stoi(req.path_params.at("id")));
    json::object merged = json::value_from(ticket).as_object();
    for (const auto &member : body.as_object())
      merged[member.key()] = member.value();
    ticket = json::value_to<Ticket>(json::value(merged));
  });
}

void single_members(httplib::Server &server, TicketStore &store) {
  server.Patch("/drafts/:id", [&store](const httplib::Request &req, httplib::Response &) {
    int id = std::stoi(req.path_params.at("id"));
    auto sent = json::value_to<Ticket>(json::parse(req.body));
    // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: an object is read here that can't say which of its members a PATCH request sent
    Ticket &ticket = tickets.at(id);
    ticket.title = sent.title;
    ticket.text = sent.text;
  });
  server.Patch("/stored/:id", [&store](const httplib::Request &req, httplib::Response &) {
    auto sent = json::value_to<Ticket>(json::parse(req.body));
    sent.id = std::stoi(req.path_params.at("id"));
    store.update(sent.id, sent);
    // CHECK-MESSAGES: :[[@LINE-1]]:11: warning: a PATCH request has 'TicketStore::update' store a whole object
  });
}
