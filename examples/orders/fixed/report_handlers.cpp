// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "handlers.hpp"

#include "blocking_io.hpp"
#include "error.hpp"
#include "offload.hpp"
#include "slots.hpp"

#include <charconv>
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string_view>

namespace asio = boost::asio;

namespace orders {
namespace {

constexpr int max_rows = 10'000;
constexpr std::size_t max_invoices = 2; // that are made at a time

std::optional<int> number(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || value < 0)
    return std::nullopt;
  return value;
}

std::string parse_day(const std::string& text) {
  const std::string_view day = text;
  if (day.size() == 10 && day[4] == '-' && day[7] == '-') {
    const auto y = number(day.substr(0, 4)), m = number(day.substr(5, 2)), d = number(day.substr(8));
    if (y && m && d &&
        std::chrono::year_month_day(std::chrono::year(*y), std::chrono::month(*m), std::chrono::day(*d)).ok())
      return text;
  }
  throw Error(Fault::invalid, "a day is written as 2024-02-29");
}

std::string to_csv(const Result& orders) {
  std::string csv = "id,total_cents\n";
  std::int64_t revenue = 0;
  for (int row = 0; row < orders.rows(); ++row) {
    csv += orders.text(row, 0) + ',' + orders.text(row, 1) + '\n';
    revenue += std::stoll(orders.text(row, 1));
  }
  return csv + "sum," + std::to_string(revenue) + '\n';
}

std::string escaped(std::string_view text) {
  std::string result;
  for (const char c : text)
    switch (c) {
    case '&':
      result += "&amp;";
      break;
    case '<':
      result += "&lt;";
      break;
    case '>':
      result += "&gt;";
      break;
    default:
      result += c;
    }
  return result;
}

std::string value_for(const Order& order, std::string_view name) {
  if (name == "id")
    return std::to_string(order.id);
  if (name == "customer")
    return escaped(order.customer);
  if (name == "quantity")
    return std::to_string(order.quantity);
  if (name == "sku")
    return escaped(order.sku);
  const auto cents = std::to_string(order.total_cents % 100);
  return name == "total" ? std::to_string(order.total_cents / 100) + (cents.size() < 2 ? ".0" : ".") + cents : "";
}

// Replaces the names in double braces. One pass, so that a value is never taken for a name.
std::string fill(std::string_view page, const Order& order) {
  std::string result;
  for (;;) {
    const auto begin = page.find("{{");
    const auto end = page.find("}}", begin);
    if (begin == std::string_view::npos || end == std::string_view::npos)
      return result.append(page);
    result.append(page.substr(0, begin)).append(value_for(order, page.substr(begin + 2, end - begin - 2)));
    page.remove_prefix(end + 2);
  }
}

class Reports {
public:
  Reports(OrderService& service, const Config& config, Pool& pool, asio::thread_pool& workers)
      : service_(service), config_(config), pool_(pool), workers_(workers) {}

  asio::awaitable<Response> daily(const Parameters& parameters) {
    SqlValues values = {parse_day(parameters.at("day")), std::to_string(max_rows + 1)};
    const Result orders = co_await pool_.query("SELECT id, total_cents FROM orders "
                                               "WHERE created_at >= $1::timestamp AT TIME ZONE 'UTC' AND "
                                               "created_at < ($1::timestamp + interval '1 day') AT TIME ZONE 'UTC' "
                                               "ORDER BY id LIMIT $2",
                                               std::move(values));
    if (orders.rows() > max_rows)
      throw Error(Fault::too_large, "the day has too many orders for one report");
    auto render = [&] { return to_csv(orders); };
    co_return response_with(http::status::ok, "text/csv", co_await offload(workers_, render));
  }

  asio::awaitable<Response> customer(const Parameters& parameters) {
    SqlValues values = {parameters.at("customer")};
    const Result result = co_await pool_.query("SELECT count(*), sum(total_cents)::bigint FROM orders "
                                               "WHERE customer = $1 GROUP BY customer",
                                               std::move(values));
    if (result.rows() == 0)
      throw Error(Fault::not_found, "no such customer");
    const nlohmann::json body = {{"orders", std::stoll(result.text(0, 0))},
                                 {"total_cents", std::stoll(result.text(0, 1))}};
    co_return json_response(http::status::ok, body.dump());
  }

  asio::awaitable<Response> invoice(const Parameters& parameters) {
    const Slots::Place place(invoices_);
    const Order order = co_await service_.get(parse_id(parameters.at("id")));
    const auto page = fill(config_.invoice_template, order);
    const auto path = config_.data_dir / "invoices" / ("invoice-" + std::to_string(++last_invoice_) + ".html");
    auto convert = [&] {
      std::filesystem::remove(path);
      blocking::append(path, page);
      auto pdf = blocking::run(config_.pdf_command, path);
      std::filesystem::remove(path);
      return pdf;
    };
    co_return response_with(http::status::ok, "application/pdf", co_await offload(workers_, convert));
  }

private:
  OrderService& service_;
  const Config& config_;
  Pool& pool_;
  asio::thread_pool& workers_;
  Slots invoices_{max_invoices};
  std::uint64_t last_invoice_ = 0;
};

} // namespace

void register_report_routes(Router& router, OrderService& service, const Config& config, Pool& reports,
                            asio::thread_pool& workers) {
  auto handlers = std::make_shared<Reports>(service, config, reports, workers);
  router.add(http::verb::get, "/reports/daily/{day}",
             [handlers](Request&, const Parameters& parameters) { return handlers->daily(parameters); });
  router.add(http::verb::get, "/reports/customers/{customer}",
             [handlers](Request&, const Parameters& parameters) { return handlers->customer(parameters); });
  router.add(http::verb::get, "/orders/{id}/invoice",
             [handlers](Request&, const Parameters& parameters) { return handlers->invoice(parameters); });
}

} // namespace orders
