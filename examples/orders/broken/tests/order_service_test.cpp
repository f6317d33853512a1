// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "../config.hpp"
#include "../inventory_client.hpp"
#include "../notifications.hpp"
#include "../order.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <cstdlib>
#include <thread>

namespace asio = boost::asio;

namespace {

TEST(Order, RoundTripsThroughJson) {
  const auto order = orders::order_from_json({{"customer", "Ada"}, {"email", "ada@example.org"}, {"sku", "A-1"}});
  EXPECT_EQ(orders::to_json(order)["customer"], "Ada");
  EXPECT_EQ(order.quantity, 1);
}

TEST(Order, ShippedOrdersStayShipped) {
  EXPECT_THROW(orders::check_transition("shipped", "cancelled"), orders::InvalidTransition);
}

TEST(Config, DefaultsWithoutFile) {
  setenv("ORDERS_CONFIG", "/dev/null", 1);
  EXPECT_ANY_THROW(orders::load_config());
}

TEST(Inventory, ReserveDoesNotThrow) {
  orders::InventoryClient inventory("127.0.0.1", "1");
  EXPECT_NO_THROW(auto reserved = inventory.reserve("A-1", 2));
}

TEST(Notifications, RunInTheBackground) {
  asio::io_context io;
  std::atomic<bool> done = false;
  asio::co_spawn(io, orders::notify_shop("created", {}), [&](std::exception_ptr) { done = true; });
  std::jthread runner([&io] { io.run(); });
  std::this_thread::sleep_for(std::chrono::milliseconds(500));
  EXPECT_TRUE(done);
}

} // namespace
