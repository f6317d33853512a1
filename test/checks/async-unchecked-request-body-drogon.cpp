// Drogon's JSON object is null for any other body, and any client can send one.
// RUN: %check_async_tidy %s async-unchecked-request-body %t --fix-notes
#include <drogon/HttpController.h>
#include <drogon/HttpSimpleController.h>
#include <drogon/drogon.h>
#include <json/json.h>
#include <string>

using namespace drogon;
using Callback = std::function<void(const HttpResponsePtr &)>;

struct Orders {
  void store(const std::string &title, int count);
  void store(const Json::Value &order);
};
void store_title(Orders &orders, const std::shared_ptr<Json::Value> &body) {
  orders.store((*body)["title"].asString(), 1);
}

class OrderController : public HttpController<OrderController> {
public:
  METHOD_LIST_BEGIN
  ADD_METHOD_TO(OrderController::create, "/orders", Post);
  ADD_METHOD_TO(OrderController::at_once, "/orders/at-once", Post);
  ADD_METHOD_TO(OrderController::awaited, "/orders/awaited", Post);
  ADD_METHOD_TO(OrderController::checked, "/orders/checked", Post);
  METHOD_LIST_END

  void create(const HttpRequestPtr &req, Callback &&callback) {
    auto body = req->getJsonObject();
    const auto count = (*body)["count"].asInt();
    // CHECK-MESSAGES: :[[@LINE-1]]:26: warning: the body is used before the check that it could be read: 'HttpRequest::getJsonObject' gives nothing for one that is no document, and any client can send that [async-unchecked-request-body]
    // CHECK-NOTES: :[[@LINE-3]]:{{[0-9]+}}: note: 'body' is made here
    // CHECK-NOTES: note: 'OrderController::create' answers POST of '/orders', registered with 'HttpController::registerMethod' here
    // CHECK-NOTES: :[[@LINE-4]]:26: note: answer 400 first
    // CHECK-FIXES: {{^    }}if (!body) {
    // CHECK-FIXES-NEXT: {{^      }}callback(drogon::HttpResponse::newHttpResponse(drogon::k400BadRequest, drogon::CT_TEXT_PLAIN));
    // CHECK-FIXES-NEXT: {{^      }}return;
    // CHECK-FIXES-NEXT: {{^    }}}
    // CHECK-FIXES-NEXT: {{^    }}const auto count = (*body)["count"].asInt();
    orders.store(body->get("title", "").asString(), count);
    callback(HttpResponse::newHttpResponse());
  }
  void at_once(const HttpRequestPtr &req, Callback &&callback) {
    orders.store((*req->getJsonObject())["title"].asString(), 1);
    // CHECK-MESSAGES: :[[@LINE-1]]:25: warning: the body is used before the check that it could be read
    const Json::Value &json = *req->jsonObject();
    // CHECK-MESSAGES: :[[@LINE-1]]:37: warning: the body is used before the check that it could be read
    orders.store(json);
    callback(HttpResponse::newHttpResponse());
  }
  Task<HttpResponsePtr> awaited(HttpRequestPtr req) {
    const std::shared_ptr<Json::Value> &body = req->jsonObject();
    orders.store(body->get("title", "").asString(), 1);
    // CHECK-MESSAGES: :[[@LINE-1]]:18: warning: the body is used before the check that it could be read
    // CHECK-FIXES: {{^    }}if (!body) {
    // CHECK-FIXES-NEXT: {{^      }}co_return drogon::HttpResponse::newHttpResponse(drogon::k400BadRequest, drogon::CT_TEXT_PLAIN);
    // CHECK-FIXES-NEXT: {{^    }}}
    auto parsed = req->as<std::shared_ptr<Json::Value>>();
    orders.store(*parsed);
    // CHECK-MESSAGES: :[[@LINE-1]]:19: warning: the body is used before the check that it could be read: 'HttpRequest::as' gives nothing
    co_return HttpResponse::newHttpResponse();
  }
  void checked(const HttpRequestPtr &req, Callback &&callback) {
    auto body = req->getJsonObject();
    if (!body || !body->isMember("title")) {
      callback(HttpResponse::newHttpResponse(k400BadRequest, CT_TEXT_PLAIN));
      return;
    }
    orders.store((*body)["title"].asString(), (*body)["count"].asInt());
    if (auto again = req->jsonObject(); again != nullptr)
      orders.store(*again);
    auto third = req->jsonObject();
    const bool sent = third && (*third)["title"].isString();
    orders.store(sent ? (*third)["title"].asString() : "", 1);
    if (req->getJsonObject() == nullptr)
      return callback(HttpResponse::newHttpResponse(k400BadRequest, CT_TEXT_PLAIN));
    store_title(orders, req->getJsonObject());
    orders.store((*req->getJsonObject())["title"].asString(), 1);
    callback(HttpResponse::newHttpResponse());
  }

private:
  Orders orders;
};

class Simple : public HttpSimpleController<Simple> {
public:
  PATH_LIST_BEGIN
  PATH_ADD("/simple", Post);
  PATH_LIST_END
  void asyncHandleHttpRequest(const HttpRequestPtr &req, Callback &&answer) override {
    auto body = req->jsonObject();
    if (body->isMember("title"))
      // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: the body is used before the check that it could be read
      // CHECK-FIXES: {{^    }}if (!body) {
      // CHECK-FIXES-NEXT: {{^      }}answer(drogon::HttpResponse::newHttpResponse(drogon::k400BadRequest, drogon::CT_TEXT_PLAIN));
      answer(HttpResponse::newHttpJsonResponse(*body));
  }
};
