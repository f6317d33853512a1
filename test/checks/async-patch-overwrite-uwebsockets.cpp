// uWebSockets: the body comes in pieces, to a callback.
// RUN: %check_async_tidy %s async-patch-overwrite %t
#include <App.h>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>
using nlohmann::json;

struct Player {
  std::string name, team;
  int score = 0;
};
std::map<std::string, Player> players;

void read_json(uWS::HttpResponse<false> *res, std::function<void(json)> handler) {
  auto buffer = std::make_shared<std::string>();
  res->onData([res, buffer, handler = std::move(handler)](std::string_view chunk, bool last) {
    buffer->append(chunk);
    if (last)
      handler(json::parse(*buffer));
  });
  res->onAborted([] {});
}

void routes(uWS::App &app) {
  // Parameters of the query and headers.
  app.patch("/queries/:id", [](auto *res, auto *req) {
    auto &player = players.at(std::string(req->getParameter("id")));
    player.name = req->getQuery("name");
    // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: a PATCH request without 'name' overwrites 'player.name' with an empty value
    // CHECK-NOTES: note: 'lambda' answers PATCH of '/queries/:id'
    // CHECK-FIXES: {{^    }}if (!req->getQuery("name").empty())
    // CHECK-FIXES-NEXT: {{^      }}player.name = req->getQuery("name");
    std::string team(req->getQuery("team"));
    player.team = team;
    // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: a PATCH request without 'team' overwrites 'player.team' with an empty value
    if (auto name = req->getQuery("name"); !name.empty())
      player.name = std::string(name);
    const std::string_view sent = req->getQuery("team");
    if (sent.size() > 0)
      player.team = sent;
    res->end();
  });
  app.post("/players", [](auto *res, auto *req) {
    players["new"].name = req->getQuery("name");
    res->end();
  });
}
