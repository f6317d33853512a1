// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "handlers.hpp"

#include "notifications.hpp"

#include <thread>

namespace asio = boost::asio;
using nlohmann::json;

namespace orders {
namespace {

std::string value_of(const Parameters& parameters, const std::string& name) {
  const auto found = parameters.find(name);
  return found == parameters.end() ? "" : found->second;
}

asio::awaitable<Response> list_orders(OrderService& service, const Parameters& parameters) {
  const auto orders = service.list(value_of(parameters, "status"), value_of(parameters, "sort"));
  json body = json::array();
  for (const auto& order : orders)
    body.push_back(to_json(order));
  co_return json_response(http::status::ok, body.dump());
}

asio::awaitable<Response> get_order(OrderService& service, const Parameters& parameters) {
  const Order order = co_await service.get(std::stoll(parameters.at("id")));
  co_return json_response(http::status::ok, to_json(order).dump());
}

asio::awaitable<Response> create_order(OrderService& service, const Request& request) {
  const auto body = json::parse(request.body());
  Order order = order_from_json(body);
  order.note = body["note"];
  const auto created = co_await service.create(order);
  std::thread([order = *created] { send_confirmation_mail(order); }).detach();
  co_return json_response(http::status::created, to_json(*created).dump());
}

asio::awaitable<Response> patch_order(OrderService& service, const Request& request, const Parameters& parameters) {
  const auto body = json::parse(request.body());
  Order order = co_await service.get(std::stoll(parameters.at("id")));
  const auto status = body.value("status", order.status);
  check_transition(order.status, status);
  order.customer = body.value("customer", "");
  order.email = body.value("email", "");
  order.quantity = body.value("quantity", 0);
  order.note = body.value("note", "");
  order.status = status;
  co_await service.save(order);
  co_return json_response(http::status::ok, to_json(order).dump());
}

asio::awaitable<Response> delete_order(OrderService& service, const Parameters& parameters) {
  service.cancel(std::atoll(parameters.at("id").c_str()));
  co_return json_response(http::status::no_content, "");
}

} // namespace

void register_order_routes(Router& router, OrderService& service) {
  router.add(http::verb::get, "/orders",
             [&](const Request&, const Parameters& parameters) { return list_orders(service, parameters); });
  router.add(http::verb::get, "/orders/{id}",
             [&](const Request&, const Parameters& parameters) { return get_order(service, parameters); });
  router.add(http::verb::post, "/orders",
             [&](const Request& request, const Parameters&) { return create_order(service, request); });
  router.add(http::verb::patch, "/orders/{id}", [&](const Request& request, const Parameters& parameters) {
    return patch_order(service, request, parameters);
  });
  router.add(http::verb::delete_, "/orders/{id}",
             [&](const Request&, const Parameters& parameters) { return delete_order(service, parameters); });
}

} // namespace orders
