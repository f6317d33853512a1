// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "inventory_client.hpp"

#include <boost/uuid/random_generator.hpp>
#include <boost/uuid/uuid_io.hpp>
#include <nlohmann/json.hpp>

namespace asio = boost::asio;
namespace http = boost::beast::http;

namespace orders {
namespace {

constexpr int attempts = 3;

// The warehouse knows a repeated request by its reference, so that a second attempt sets nothing aside twice.
std::string new_reference() { return to_string(boost::uuids::random_generator()()); }

} // namespace

InventoryClient::InventoryClient(std::string host, std::string port) : warehouse_{std::move(host), std::move(port)} {}

asio::awaitable<bool> InventoryClient::reserve(std::string sku, int quantity) {
  if (warehouse_.host.empty())
    co_return true;
  const nlohmann::json body = {{"sku", sku}, {"quantity", quantity}, {"reference", new_reference()}};
  const auto status = co_await post_json_with_retry(warehouse_, "/reservations", body.dump(), attempts);
  if (status == http::status::created)
    co_return true;
  if (status == http::status::conflict)
    co_return false;
  throw Error(Fault::unavailable, "the warehouse refused the reservation");
}

} // namespace orders
