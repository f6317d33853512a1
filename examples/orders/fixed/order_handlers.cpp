// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "handlers.hpp"

#include "error.hpp"

#include <charconv>

namespace asio = boost::asio;
using nlohmann::json;

namespace orders {
namespace {

int parse_limit(const std::string& text) {
  int limit = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), limit);
  if (error != std::errc() || end != text.data() + text.size() || limit < 1 || limit > 200)
    throw Error(Fault::invalid, "'limit' must be an integer from 1 to 200");
  return limit;
}

OrderFilter parse_filter(const Parameters& parameters) {
  OrderFilter filter;
  if (const auto found = parameters.find("status"); found != parameters.end()) {
    statuses_before(found->second); // throws for what is no status
    filter.status = found->second;
  }
  if (const auto found = parameters.find("sort"); found != parameters.end())
    filter.sort = found->second;
  if (filter.sort != "id" && filter.sort != "customer" && filter.sort != "created_at")
    throw Error(Fault::invalid, "'sort' must be id, customer or created_at");
  if (const auto found = parameters.find("limit"); found != parameters.end())
    filter.limit = parse_limit(found->second);
  return filter;
}

asio::awaitable<Response> list_orders(OrderService& service, const Parameters& parameters) {
  const auto orders = co_await service.list(parse_filter(parameters));
  json body = json::array();
  for (const auto& order : orders)
    body.push_back(to_json(order));
  co_return json_response(http::status::ok, body.dump());
}

asio::awaitable<Response> get_order(OrderService& service, const Parameters& parameters) {
  const Order order = co_await service.get(parse_id(parameters.at("id")));
  co_return json_response(http::status::ok, to_json(order).dump());
}

asio::awaitable<Response> create_order(OrderService& service, Request& request) {
  const std::string body = co_await request.text();
  const Order created = co_await service.create(parse_new_order(body));
  auto response = json_response(http::status::created, to_json(created).dump());
  response.set(http::field::location, "/orders/" + std::to_string(created.id));
  co_return response;
}

asio::awaitable<Response> patch_order(OrderService& service, Request& request, const Parameters& parameters) {
  const auto id = parse_id(parameters.at("id"));
  const std::string body = co_await request.text();
  const Order order = co_await service.update(id, parse_order_patch(body));
  co_return json_response(http::status::ok, to_json(order).dump());
}

asio::awaitable<Response> delete_order(OrderService& service, const Parameters& parameters) {
  co_await service.cancel(parse_id(parameters.at("id")));
  co_return Response(http::status::no_content, 11);
}

} // namespace

void register_order_routes(Router& router, OrderService& service) {
  router.add(http::verb::get, "/orders",
             [&](Request&, const Parameters& parameters) { return list_orders(service, parameters); });
  router.add(http::verb::get, "/orders/{id}",
             [&](Request&, const Parameters& parameters) { return get_order(service, parameters); });
  router.add(http::verb::post, "/orders",
             [&](Request& request, const Parameters&) { return create_order(service, request); });
  router.add(http::verb::patch, "/orders/{id}",
             [&](Request& request, const Parameters& parameters) { return patch_order(service, request, parameters); });
  router.add(http::verb::delete_, "/orders/{id}",
             [&](Request&, const Parameters& parameters) { return delete_order(service, parameters); });
}

} // namespace orders
