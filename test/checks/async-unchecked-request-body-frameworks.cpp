// Drogon answers what its handlers throw, in coroutines too.
// RUN: %check_async_tidy %s async-unchecked-request-body %t
#include <drogon/HttpController.h>
#include <drogon/drogon.h>
#include <nlohmann/json.hpp>
#include <string>

using namespace drogon;
using nlohmann::json;

void store(const std::string &title, int count);

class OrderController : public HttpController<OrderController> {
public:
  METHOD_LIST_BEGIN
  ADD_METHOD_TO(OrderController::create, "/orders", Post);
  ADD_METHOD_TO(OrderController::change, "/orders/{1}", Patch);
  METHOD_LIST_END

  void create(const HttpRequestPtr &req, std::function<void(const HttpResponsePtr &)> &&callback) {
    auto body = json::parse(req->body());
    store(body.at("title").get<std::string>(), std::stoi(req->getParameter("count")));
    callback(HttpResponse::newHttpResponse());
  }
  Task<HttpResponsePtr> change(HttpRequestPtr req, std::string id) {
    auto body = json::parse(req->body());
    store(body.at("title").get<std::string>(), std::stoi(id));
    co_return HttpResponse::newHttpResponse();
  }
};

int main() { app().run(); }
