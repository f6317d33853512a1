// RUN: %check_async_tidy %s async-connection-per-request %t --real -std=c++17
#include <hiredis/hiredis.h>
#include <restinio/all.hpp>

using router_t = restinio::router::express_router_t<>;

void routes(router_t &router) {
  router.http_get("/", [](restinio::request_handle_t request, restinio::router::route_params_t) {
    redisContext *redis = redisConnect("cache", 6379);
    // CHECK-MESSAGES: :[[@LINE-1]]:27: warning: 'redisConnect' is created anew for every request
    redisFree(redis);
    return request->create_response().done();
  });
  router.http_get("/kept", [](restinio::request_handle_t request, restinio::router::route_params_t) {
    static redisContext *redis = redisConnect("cache", 6379);
    redisCommand(redis, "PING");
    return request->create_response().done();
  });
}
