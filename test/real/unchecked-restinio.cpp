// RESTinio closes the connection of a handler that throws.
// RUN: %check_async_tidy %s async-unchecked-request-body %t --real -std=c++17
#include <cstdlib>
#include <memory>
#include <nlohmann/json.hpp>
#include <restinio/all.hpp>
#include <string>

using router_t = restinio::router::express_router_t<>;

void store(const std::string &title, int count);

struct traits_t : public restinio::default_traits_t {
  using request_handler_t = router_t;
};

int main() {
  auto router = std::make_unique<router_t>();
  router->http_post("/orders", [](restinio::request_handle_t request, restinio::router::route_params_t) {
    auto body = nlohmann::json::parse(request->body());
    const auto query = restinio::parse_query(request->header().query());
    store(body.at("title").get<std::string>(), std::stoi(restinio::cast_to<std::string>(query["count"])));
    store("", std::atoi(restinio::cast_to<std::string>(query["count"]).c_str()));
    // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: 'atoi' makes 0 of text that is no number
    return request->create_response().done();
  });
  restinio::run(restinio::on_this_thread<traits_t>().port(8080).request_handler(std::move(router)));
}
