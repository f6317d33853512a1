// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "config.hpp"

#include <nlohmann/json.hpp>

#include <charconv>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string_view>

namespace orders {
namespace {

constexpr auto default_invoice = "<!doctype html><title>Invoice {{id}}</title>\n"
                                 "<p>{{customer}}: {{quantity}} x {{sku}}, {{total}}</p>\n";

std::uint16_t parse_port(std::string_view text) {
  std::uint16_t port = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), port);
  if (error != std::errc() || end != text.data() + text.size())
    throw std::invalid_argument("--port takes a number from 0 to 65535");
  return port;
}

void read_file(Config& config, const char* path) {
  std::ifstream file(path);
  const auto json = nlohmann::json::parse(file);
  config.address = boost::asio::ip::make_address(json.value("address", config.address.to_string()));
  config.port = json.value("port", config.port);
  config.conninfo = json.value("conninfo", config.conninfo);
  config.reports_conninfo = json.value("reports_conninfo", config.reports_conninfo);
  config.inventory_host = json.value("inventory_host", config.inventory_host);
  config.inventory_port = json.value("inventory_port", config.inventory_port);
  config.webhook_host = json.value("webhook_host", config.webhook_host);
  config.webhook_port = json.value("webhook_port", config.webhook_port);
  config.data_dir = json.value("data_dir", config.data_dir.string());
  config.pdf_command = json.value("pdf_command", config.pdf_command);
  config.scan_command = json.value("scan_command", config.scan_command);
  config.thumbnail_command = json.value("thumbnail_command", config.thumbnail_command);
  config.mail_command = json.value("mail_command", config.mail_command);
}

} // namespace

Config load_config(int argc, const char* const* argv) {
  Config config;
  if (const char* path = std::getenv("ORDERS_CONFIG"))
    read_file(config, path);
  for (int i = 1; i < argc; i += 2) {
    const std::string_view option = argv[i];
    if (i + 1 == argc || (option != "--port" && option != "--db"))
      throw std::invalid_argument("usage: orders-fixed [--port N] [--db CONNINFO]");
    if (option == "--port")
      config.port = parse_port(argv[i + 1]);
    else
      config.conninfo = argv[i + 1];
  }
  std::ifstream invoice(config.data_dir / "templates" / "invoice.html");
  config.invoice_template = invoice ? std::string(std::istreambuf_iterator<char>(invoice), {}) : default_invoice;
  return config;
}

} // namespace orders
