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
  // The body comes in pieces.
  app.patch("/bodies/:id", [](auto *res, auto *req) {
    auto buffer = std::make_shared<std::string>();
    const std::string id(req->getParameter("id"));
    res->onData([res, buffer, id](std::string_view chunk, bool last) {
      buffer->append(chunk);
      if (!last)
        return;
      const json body = json::parse(*buffer);
      auto &player = players.at(id);
      player.score = body.value("score", 0);
      // CHECK-MESSAGES: :[[@LINE-1]]:20: warning: a PATCH request without 'score' overwrites 'player.score' with 0
      // CHECK-FIXES: {{^      }}player.score = body.value("score", player.score);
      player.name = body.value("name", player.name);
      res->end();
    });
  });
  app.patch("/texts/:id", [](auto *res, auto *req) {
    res->onData([res, text = std::string()](std::string_view chunk, bool last) mutable {
      text += chunk;
      if (last)
        players["text"].team = json::parse(text).value("team", "");
      // CHECK-MESSAGES: :[[@LINE-1]]:30: warning: a PATCH request without 'team' overwrites 'players["text"].team' with ""
    });
  });
  app.any("/*", [](auto *res, auto *req) {
    if (req->getMethod() == "patch")
      players["any"].name = req->getQuery("name");
    // CHECK-MESSAGES: :[[@LINE-1]]:27: warning: a PATCH request without 'name' overwrites 'players["any"].name' with an empty value
    else
      players["any"].name = req->getQuery("name");
    res->end();
  });
  app.post("/players", [](auto *res, auto *req) {
    players["new"].name = req->getQuery("name");
    res->end();
  });
}
