// Libraries that read a text into a class: what wasn't sent stays as it was.
// RUN: %check_async_tidy %s async-patch-overwrite %t
#include <glaze/glaze.hpp>
#include <httplib.h>
#include <map>
#include <optional>
#include <string>
#include <ylt/struct_json/json_reader.h>

struct Server {
  std::string host;
  std::string region;
  int port = 80;
};
YLT_REFL(Server, host, region, port)

struct ServerPatch {
  std::optional<std::string> host;
  std::optional<std::string> region;
  std::optional<int> port;
};
YLT_REFL(ServerPatch, host, region, port)

class Inventory {
public:
  Server get(const std::string &id);
  Server *find(const std::string &id);
  void save(const Server &server);
};

std::map<std::string, Server> servers;

void whole(httplib::Server &http) {
  http.Patch("/struct-json/:id", [](const httplib::Request &req, httplib::Response &) {
    Server sent;
    struct_json::from_json(sent, req.body);
    servers[req.path_params.at("id")] = sent;
    // CHECK-MESSAGES: :[[@LINE-1]]:39: warning: a PATCH request replaces 'servers[req.path_params.at("id")]' as a whole: every member that it doesn't send is lost [async-patch-overwrite]
  });
  http.Patch("/glaze/:id", [](const httplib::Request &req, httplib::Response &res) {
    Server sent{};
    if (auto error = glz::read_json(sent, req.body)) {
      res.status = 400;
      return;
    }
    Server &server = servers.at(req.path_params.at("id"));
    server = sent;
    // CHECK-MESSAGES: :[[@LINE-1]]:12: warning: a PATCH request replaces 'server' as a whole
  });
  http.Patch("/returned/:id", [](const httplib::Request &req, httplib::Response &res) {
    auto sent = glz::read_json<Server>(req.body);
    if (!sent) {
      res.status = 400;
      return;
    }
    servers.at(req.path_params.at("id")) = *sent;
    // CHECK-MESSAGES: :[[@LINE-1]]:42: warning: a PATCH request replaces 'servers.at(req.path_params.at("id"))' as a whole
  });
  http.Patch("/saved/:id", [inventory = Inventory()](const httplib::Request &req, httplib::Response &) mutable {
    Server sent;
    iguana::from_json(sent, req.body);
    inventory.save(sent);
    // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: a PATCH request has 'Inventory::save' store a whole object
  });
}

void single_members(httplib::Server &http) {
  http.Patch("/members/:id", [](const httplib::Request &req, httplib::Response &) {
    Server sent;
    struct_json::from_json(sent, req.body);
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: an object is read here that can't say which of its members a PATCH request sent
    Server &server = servers.at(req.path_params.at("id"));
    server.host = sent.host;
    server.port = sent.port;
  });
  http.Patch("/options/:id", [](const httplib::Request &req, httplib::Response &) {
    ServerPatch sent;
    struct_json::from_json(sent, req.body);
    Server &server = servers.at(req.path_params.at("id"));
    server.host = sent.host.value_or("");
    // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: a PATCH request without 'host' overwrites 'server.host' with ""
    // CHECK-FIXES: server.host = sent.host.value_or(server.host);
    if (sent.region)
      server.region = *sent.region;
    server.port = sent.port.value_or(server.port);
  });
}

// The object that is there is read into, and keeps the rest.
void read_into(httplib::Server &http) {
  http.Patch("/into/:id", [inventory = Inventory()](const httplib::Request &req, httplib::Response &) mutable {
    Server &server = servers.at(req.path_params.at("id"));
    struct_json::from_json(server, req.body);
    (void)glz::read_json(server, req.body);
    iguana::from_json(servers[req.path_params.at("id")], req.body);

    Server loaded = inventory.get(req.path_params.at("id"));
    if (!glz::read_json(loaded, req.body))
      inventory.save(loaded);

    Server *found = inventory.find(req.path_params.at("id"));
    if (found)
      struct_json::from_json(*found, req.body);

    Server copy = server;
    (void)glz::read<glz::opts{.error_on_unknown_keys = false}>(copy, req.body);
    servers[req.path_params.at("id")] = copy;
  });
}
