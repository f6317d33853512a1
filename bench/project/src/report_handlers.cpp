// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "fleet/handlers.hpp"

#include <boost/asio/bind_executor.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <array>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <future>
#include <iomanip>
#include <map>
#include <memory>
#include <numeric>
#include <sstream>
#include <string>

namespace asio = boost::asio;
using nlohmann::json;

namespace fleet {
namespace {

struct Row {
  std::size_t trips = 0;
  std::size_t cancelled = 0;
  double kilometres = 0;

  Row &operator+=(const Row &other) {
    trips += other.trips;
    cancelled += other.cancelled;
    kilometres += other.kilometres;
    return *this;
  }
};

void to_json(json &object, const Row &row) {
  object = {{"trips", row.trips}, {"cancelled", row.cancelled}, {"kilometres", row.kilometres}};
}

using Report = std::map<std::string, Row>;

std::string day_of(Clock::time_point when) {
  const std::time_t time = Clock::to_time_t(when);
  std::tm parts{};
  gmtime_r(&time, &parts);
  std::ostringstream text;
  text << std::put_time(&parts, "%Y-%m-%d");
  return text.str();
}

Report by_day(const std::vector<Trip> &trips) {
  Report report;
  for (const auto &trip : trips) {
    auto &row = report[day_of(trip.asked_for)];
    ++row.trips;
    row.cancelled += trip.state == TripState::cancelled;
    if (trip.state == TripState::done)
      row.kilometres += kilometres(trip.from, trip.to);
  }
  return report;
}

Row sum(const Report &report) {
  return std::accumulate(report.begin(), report.end(), Row{}, [](Row total, const auto &entry) {
    total += entry.second;
    return total;
  });
}

std::string to_csv(const Report &report) {
  std::ostringstream text;
  text << "day,trips,cancelled,kilometres\n" << std::fixed << std::setprecision(1);
  for (const auto &[day, row] : report)
    text << day << ',' << row.trips << ',' << row.cancelled << ',' << row.kilometres << '\n';
  return text.str();
}

std::string output_of(const std::string &command) {
  const std::unique_ptr<FILE, int (*)(FILE *)> pipe(popen(command.c_str(), "r"), pclose);
  if (!pipe)
    throw HttpError(http::status::internal_server_error, "the report can't be made");
  std::string output;
  std::array<char, 4096> chunk;
  while (const auto count = fread(chunk.data(), 1, chunk.size(), pipe.get()))
    output.append(chunk.data(), count);
  return output;
}

std::string to_pdf(const std::filesystem::path &csv) { return output_of("csv2pdf '" + csv.string() + "' -"); }

class Reports {
public:
  explicit Reports(Services &services) : services_(services) {}

  asio::awaitable<Response> daily(Exchange &exchange) {
    const auto days = exchange.parameters.number_or("days", 7);
    const auto trips = services_.store.trips(Clock::now() - std::chrono::hours(24 * days));
    const auto report = co_await asio::co_spawn(
        workers_, [&trips]() -> asio::awaitable<Report> { co_return by_day(trips); }, asio::use_awaitable);
    const auto format = exchange.parameters.text_or("format", "json");
    if (format == "csv")
      co_return text_response(http::status::ok, "text/csv", to_csv(report));
    if (format == "pdf") {
      const auto file = services_.config.data_folder / "reports" / (day_of(Clock::now()) + ".csv");
      std::ofstream output(file);
      output << to_csv(report);
      output.close();
      co_return text_response(http::status::ok, "application/pdf", to_pdf(file));
    }
    co_return json_response(http::status::ok, {{"days", report}, {"total", sum(report)}});
  }

  asio::awaitable<Response> regions(Exchange &) {
    std::map<std::string, std::future<json>> parts;
    for (const auto &region : services_.config.regions)
      parts.emplace(region, std::async(std::launch::async, [this, region] { return region_report(region); }));
    json answer = json::object();
    for (auto &[region, part] : parts)
      answer[region] = part.get();
    co_return json_response(http::status::ok, answer);
  }

  // Written beside the answer: who asked doesn't wait for the disk.
  asio::awaitable<Response> archive(Exchange &exchange) {
    const auto day = exchange.parameters.text_or("day", day_of(Clock::now()));
    asio::post(workers_, [this, day] {
      Report report = by_day(services_.store.trips({}));
      std::erase_if(report, [&](const auto &entry) { return entry.first != day; });
      std::ofstream output(services_.config.data_folder / "archive" / (day + ".json"));
      output << std::setw(2) << json(report) << '\n';
    });
    services_.metrics.count("reports.archived");
    co_return json_response(http::status::accepted, {{"day", day}});
  }

private:
  json region_report(const std::string &region) const {
    const auto vehicles = services_.store.vehicles({.region = region, .state = {}, .min_charge = 0});
    std::map<std::string, int> states;
    double charge = 0;
    for (const auto &vehicle : vehicles) {
      ++states[json(vehicle.state).get<std::string>()];
      charge += vehicle.charge;
    }
    return {{"states", states}, {"charge", vehicles.empty() ? 0 : charge / static_cast<double>(vehicles.size())}};
  }

  Services &services_;
  asio::thread_pool workers_{1};
};

} // namespace

void register_report_routes(Router &router, Services &services) {
  const auto reports = std::make_shared<Reports>(services);
  router.add(http::verb::get, "/reports/daily", [reports](Exchange &exchange) { return reports->daily(exchange); });
  router.add(http::verb::get, "/reports/regions", [reports](Exchange &exchange) { return reports->regions(exchange); });
  router.add(http::verb::post, "/reports/archive",
             [reports](Exchange &exchange) { return reports->archive(exchange); });
}

} // namespace fleet
