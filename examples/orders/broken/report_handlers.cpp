// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "config.hpp"
#include "handlers.hpp"

#include <libpq-fe.h>

#include <array>
#include <cstdio>
#include <fstream>
#include <future>
#include <numeric>
#include <sstream>
#include <stdexcept>

namespace asio = boost::asio;

namespace orders {
namespace {

// The reports read from the replica, so that they don't slow the shop down.
PGconn* replica = PQconnectdb("host=127.0.0.1 port=5433 dbname=orders user=reports");

std::string run_command(const std::string& command) {
  FILE* pipe = popen(command.c_str(), "r");
  if (!pipe)
    throw std::runtime_error("cannot run " + command);
  std::string output;
  std::array<char, 4096> chunk;
  while (const auto count = fread(chunk.data(), 1, chunk.size(), pipe))
    output.append(chunk.data(), count);
  pclose(pipe);
  return output;
}

std::string convert_to_pdf(const std::string& html) { return run_command("weasyprint '" + html + "' -"); }

std::int64_t sum(const std::vector<std::int64_t>& totals) {
  return std::accumulate(totals.begin(), totals.end(), std::int64_t{0});
}

asio::awaitable<Response> daily_report(const Parameters& parameters) {
  const std::string day = parameters.at("day");
  const char* values[] = {day.c_str()};
  PGresult* result = PQexecParams(replica, "SELECT id, total_cents FROM orders WHERE created_at::date = $1", 1, nullptr,
                                  values, nullptr, nullptr, 0);
  std::vector<std::int64_t> totals;
  std::string csv = "id,total_cents\n";
  for (int row = 0; row < PQntuples(result); ++row) {
    totals.push_back(std::stoll(PQgetvalue(result, row, 1)));
    csv += std::string(PQgetvalue(result, row, 0)) + ',' + PQgetvalue(result, row, 1) + '\n';
  }
  PQclear(result);

  auto revenue = std::async(std::launch::async, sum, totals);
  csv += "sum," + std::to_string(revenue.get()) + '\n';
  co_return json_response(http::status::ok, csv);
}

asio::awaitable<Response> customer_report(const Parameters& parameters) {
  const std::string sql = "SELECT count(*), sum(total_cents) FROM orders WHERE customer = '" +
                          parameters.at("customer") + "' GROUP BY customer";
  PGresult* result = PQexec(replica, sql.c_str());
  const nlohmann::json body = {{"orders", std::stoll(PQgetvalue(result, 0, 0))},
                               {"total_cents", std::stoll(PQgetvalue(result, 0, 1))}};
  PQclear(result);
  co_return json_response(http::status::ok, body.dump());
}

asio::awaitable<Response> invoice(OrderService& service, const Parameters& parameters) {
  const Order order = co_await service.get(std::stoll(parameters.at("id")));
  std::ifstream file(config().data_dir + "/templates/invoice.html");
  std::stringstream page;
  page << file.rdbuf() << "<p>" << order.customer << ": " << order.total_cents << "</p>";

  const std::string html = config().data_dir + "/invoices/" + std::to_string(order.id) + ".html";
  std::ofstream(html) << page.str();
  Response response = json_response(http::status::ok, convert_to_pdf(html));
  response.set(http::field::content_type, "application/pdf");
  co_return response;
}

} // namespace

void register_report_routes(Router& router, OrderService& service) {
  router.add(http::verb::get, "/reports/daily/{day}",
             [](const Request&, const Parameters& parameters) { return daily_report(parameters); });
  router.add(http::verb::get, "/reports/customers/{customer}",
             [](const Request&, const Parameters& parameters) { return customer_report(parameters); });
  router.add(http::verb::get, "/orders/{id}/invoice",
             [&](const Request&, const Parameters& parameters) { return invoice(service, parameters); });
}

} // namespace orders
