// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "../config.hpp"
#include "../error.hpp"
#include "../inventory_client.hpp"
#include "../notifications.hpp"
#include "../order.hpp"
#include "../order_service.hpp"
#include "../router.hpp"
#include "../slots.hpp"
#include "../task_group.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/use_future.hpp>
#include <gtest/gtest.h>

#include <chrono>
#include <cstdlib>
#include <future>
#include <optional>

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using nlohmann::json;
using tcp = asio::ip::tcp;
using namespace std::chrono_literals;

namespace {

// Sets a variable of the environment for the lifetime of the object.
class EnvironmentOverride {
public:
  EnvironmentOverride(const char* name, const char* value) : name_(name) {
    if (const char* old = std::getenv(name))
      old_ = old;
    setenv(name, value, 1);
  }
  ~EnvironmentOverride() {
    if (old_)
      setenv(name_, old_->c_str(), 1);
    else
      unsetenv(name_);
  }
  EnvironmentOverride(const EnvironmentOverride&) = delete;
  EnvironmentOverride& operator=(const EnvironmentOverride&) = delete;

private:
  const char* name_;
  std::optional<std::string> old_;
};

// Runs the loop until it has nothing to do, and gives the task's result.
template <class T> T result_of(asio::io_context& io, asio::awaitable<T> task) {
  auto result = asio::co_spawn(io, std::move(task), asio::use_future);
  io.restart();
  io.run_for(20s);
  if (result.wait_for(0s) != std::future_status::ready)
    throw std::runtime_error("the task did not end");
  return result.get();
}

template <class Action> orders::Fault fault_of(Action action) {
  try {
    action();
  } catch (const orders::Error& error) {
    return error.fault;
  }
  throw std::runtime_error("nothing was thrown");
}

// Answers one request with each status, and keeps the requests' bodies.
class FakePeer {
public:
  explicit FakePeer(asio::io_context& io) : acceptor_(io, {asio::ip::address_v4::loopback(), 0}) {}

  std::string port() const { return std::to_string(acceptor_.local_endpoint().port()); }

  asio::awaitable<void> answer(std::vector<http::status> statuses) {
    for (const auto status : statuses) {
      beast::tcp_stream stream(co_await acceptor_.async_accept(asio::use_awaitable));
      beast::flat_buffer buffer;
      http::request<http::string_body> request;
      co_await http::async_read(stream, buffer, request, asio::use_awaitable);
      bodies.push_back(json::parse(request.body()));
      http::response<http::string_body> response(status, 11);
      response.prepare_payload();
      co_await http::async_write(stream, response, asio::use_awaitable);
    }
  }

  std::vector<json> bodies;

private:
  tcp::acceptor acceptor_;
};

// Gives a request to the router without a network.
orders::Response answer_to(orders::Router& router, const std::string& head, const std::string& body = "") {
  asio::io_context io;
  beast::tcp_stream stream(io);
  beast::flat_buffer buffer;
  orders::Parser parser;
  beast::error_code error;
  parser.put(asio::buffer(head), error);
  if (error)
    throw boost::system::system_error(error);
  buffer.commit(asio::buffer_copy(buffer.prepare(body.size()), asio::buffer(body)));
  orders::Request request(stream, buffer, parser);
  return result_of(io, router.dispatch(request));
}

orders::Handler echo() {
  return [](orders::Request& request, const orders::Parameters& parameters) -> asio::awaitable<orders::Response> {
    json body(parameters);
    body["text"] = co_await request.text();
    co_return orders::json_response(http::status::ok, body.dump());
  };
}

TEST(Order, RoundTripsThroughJson) {
  const auto order = orders::parse_new_order(R"({"customer":"Ada","email":"ada@example.org","sku":"A-1"})");
  EXPECT_EQ(order.customer, "Ada");
  EXPECT_EQ(order.quantity, 1);
  orders::Order stored;
  stored.customer = order.customer;
  EXPECT_EQ(orders::to_json(stored)["customer"], "Ada");
}

TEST(Order, NeedsItsFields) {
  EXPECT_EQ(fault_of([] { orders::parse_new_order("{"); }), orders::Fault::bad_request);
  EXPECT_EQ(fault_of([] { orders::parse_new_order("[]"); }), orders::Fault::bad_request);
  EXPECT_EQ(fault_of([] { orders::parse_new_order("{}"); }), orders::Fault::invalid);
  EXPECT_EQ(fault_of([] {
              orders::parse_new_order(R"({"customer":"Ada","email":"ada@example.org","sku":"A-1","quantity":0})");
            }),
            orders::Fault::invalid);
}

TEST(Order, ShippedOrdersStayShipped) {
  EXPECT_EQ(orders::statuses_before("cancelled").find("shipped"), std::string::npos);
}

TEST(Patch, HoldsWhatWasSent) {
  const auto patch = orders::parse_order_patch(R"({"note":""})");
  EXPECT_EQ(patch.note, "");
  EXPECT_FALSE(patch.customer);
  EXPECT_FALSE(patch.email);
  EXPECT_FALSE(patch.quantity);
  EXPECT_FALSE(patch.status);
}

TEST(Patch, RefusesWhatItDoesNotKnow) {
  EXPECT_EQ(fault_of([] { orders::parse_order_patch("{}"); }), orders::Fault::invalid);
  EXPECT_EQ(fault_of([] { orders::parse_order_patch(R"({"id":7})"); }), orders::Fault::invalid);
  EXPECT_EQ(fault_of([] { orders::parse_order_patch(R"({"quantity":"two"})"); }), orders::Fault::invalid);
  EXPECT_EQ(fault_of([] { orders::parse_order_patch(R"({"status":"lost"})"); }), orders::Fault::invalid);
}

TEST(Config, RefusesAFileThatIsNoJson) {
  const EnvironmentOverride file("ORDERS_CONFIG", "/dev/null");
  const char* arguments[] = {"orders"};
  EXPECT_THROW(orders::load_config(1, arguments), std::exception);
}

TEST(Config, TheCommandLineWins) {
  const char* arguments[] = {"orders", "--port", "0", "--db", "host=db"};
  const auto config = orders::load_config(5, arguments);
  EXPECT_EQ(config.port, 0);
  EXPECT_EQ(config.conninfo, "host=db");
}

TEST(Router, DecodesItsParameters) {
  orders::Router router;
  router.add(http::verb::get, "/shops/{name}", echo());
  const auto response = answer_to(router, "GET /shops/A%20%26%20B?sort=a%27b HTTP/1.1\r\n\r\n");
  EXPECT_EQ(response.result(), http::status::ok);
  EXPECT_EQ(json::parse(response.body()), json({{"name", "A & B"}, {"sort", "a'b"}, {"text", ""}}));
  EXPECT_EQ(answer_to(router, "GET /shops/%0a HTTP/1.1\r\n\r\n").result(), http::status::bad_request);
  EXPECT_EQ(answer_to(router, "GET /shops/%4 HTTP/1.1\r\n\r\n").result(), http::status::bad_request);
}

TEST(Router, ReadsTheBodyUpToItsLimit) {
  orders::Router router;
  router.add(http::verb::post, "/echo", echo());
  const auto small = answer_to(router, "POST /echo HTTP/1.1\r\nContent-Length: 5\r\n\r\n", "hello");
  EXPECT_EQ(json::parse(small.body())["text"], "hello");
  const auto large =
      answer_to(router, "POST /echo HTTP/1.1\r\nContent-Length: 70000\r\n\r\n", std::string(70'000, 'x'));
  EXPECT_EQ(large.result(), http::status::payload_too_large);
}

TEST(Router, TellsAWrongMethodFromAWrongPath) {
  orders::Router router;
  router.add(http::verb::get, "/orders", echo());
  EXPECT_EQ(answer_to(router, "GET /nothing HTTP/1.1\r\n\r\n").result(), http::status::not_found);
  const auto response = answer_to(router, "DELETE /orders HTTP/1.1\r\n\r\n");
  EXPECT_EQ(response.result(), http::status::method_not_allowed);
  EXPECT_EQ(response[http::field::allow], "GET");
}

TEST(Router, AnswersWhatAHandlerThrows) {
  orders::Router router;
  router.add(http::verb::get, "/conflict",
             [](orders::Request&, const orders::Parameters&) -> asio::awaitable<orders::Response> {
               throw orders::Error(orders::Fault::conflict, "taken");
               co_return orders::Response();
             });
  router.add(http::verb::get, "/bug",
             [](orders::Request&, const orders::Parameters&) -> asio::awaitable<orders::Response> {
               throw std::out_of_range("secret");
               co_return orders::Response();
             });
  const auto conflict = answer_to(router, "GET /conflict HTTP/1.1\r\n\r\n");
  EXPECT_EQ(conflict.result(), http::status::conflict);
  EXPECT_EQ(json::parse(conflict.body()), json({{"error", "taken"}}));
  const auto bug = answer_to(router, "GET /bug HTTP/1.1\r\n\r\n");
  EXPECT_EQ(bug.result(), http::status::internal_server_error);
  EXPECT_EQ(bug.body().find("secret"), std::string::npos);
}

TEST(Slots, AreGivenBack) {
  orders::Slots slots(1);
  {
    const orders::Slots::Place place(slots);
    EXPECT_EQ(fault_of([&] { const orders::Slots::Place second(slots); }), orders::Fault::unavailable);
  }
  EXPECT_NO_THROW(const orders::Slots::Place place(slots));
}

TEST(Inventory, TriesAgainWithTheSameReference) {
  asio::io_context io;
  FakePeer warehouse(io);
  auto served = asio::co_spawn(io, warehouse.answer({http::status::service_unavailable, http::status::created}),
                               asio::use_future);
  orders::InventoryClient inventory("127.0.0.1", warehouse.port());
  EXPECT_TRUE(result_of(io, inventory.reserve("A-1", 2)));
  EXPECT_NO_THROW(served.get());
  ASSERT_EQ(warehouse.bodies.size(), 2u);
  EXPECT_EQ(warehouse.bodies[0], warehouse.bodies[1]);
  EXPECT_EQ(warehouse.bodies[0]["quantity"], 2);
}

TEST(Inventory, IsUnavailableWhenNobodyListens) {
  asio::io_context io;
  const auto port = FakePeer(io).port();
  orders::InventoryClient inventory("127.0.0.1", port);
  EXPECT_EQ(fault_of([&] { result_of(io, inventory.reserve("A-1", 2)); }), orders::Fault::unavailable);
}

TEST(Notifications, ReachTheShop) {
  asio::io_context io;
  FakePeer shop(io);
  auto served = asio::co_spawn(io, shop.answer({http::status::ok}), asio::use_future);
  orders::Config config;
  config.webhook_host = "127.0.0.1";
  config.webhook_port = shop.port();
  orders::Order order;
  order.customer = "Ada";
  result_of(io, orders::notify_shop(config, "created", order));
  EXPECT_NO_THROW(served.get());
  ASSERT_EQ(shop.bodies.size(), 1u);
  EXPECT_EQ(shop.bodies[0]["customer"], "Ada");
}

asio::awaitable<void> wait_forever() {
  asio::steady_timer timer(co_await asio::this_coro::executor, std::chrono::steady_clock::time_point::max());
  co_await timer.async_wait(asio::use_awaitable);
}

TEST(TaskGroup, CancelsWhatDoesNotEnd) {
  asio::io_context io;
  orders::TaskGroup tasks(io.get_executor());
  tasks.spawn(wait_forever());
  tasks.spawn(wait_forever());
  EXPECT_EQ(tasks.size(), 2u);
  result_of(io, tasks.drain(0ms));
  EXPECT_EQ(tasks.size(), 0u);
}

TEST(OrderService, IsUnavailableWithoutItsDatabase) {
  asio::io_context io;
  asio::thread_pool workers(1);
  orders::Config config;
  orders::Pool pool(io.get_executor(), {.conninfo = "host=127.0.0.1 dbname=orders port=" + FakePeer(io).port()});
  orders::TaskGroup tasks(io.get_executor());
  orders::OrderRepository repository(pool);
  orders::InventoryClient inventory("", "");
  orders::AuditLog audit(pool, workers, "/dev/null");
  orders::OrderService service({config, repository, inventory, audit, tasks, workers});
  EXPECT_EQ(fault_of([&] { result_of(io, service.get(1)); }), orders::Fault::unavailable);
  EXPECT_EQ(pool.in_use(), 0u);
}

} // namespace
