// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <boost/asio/ip/address.hpp>

#include <cstdint>
#include <filesystem>
#include <string>

namespace orders {

struct Config {
  boost::asio::ip::address address = boost::asio::ip::address_v4::loopback();
  std::uint16_t port = 8080;
  std::string conninfo = "host=127.0.0.1 dbname=orders user=orders";
  std::string reports_conninfo; // Of the replica. Empty: reports read from the main database.
  std::string inventory_host;   // Empty: goods are not reserved.
  std::string inventory_port = "80";
  std::string webhook_host; // Empty: nobody is notified.
  std::string webhook_port = "80";
  std::filesystem::path data_dir = "orders-data";
  std::string pdf_command = "weasyprint"; // Gets an HTML file and writes the PDF to its output.
  std::string scan_command;               // Gets a file and fails when it is not clean. Empty: nothing is scanned.
  std::string thumbnail_command;          // Gets a file. Empty: no thumbnails are made.
  std::string mail_command;               // Gets a message on its input. Empty: no mail is sent.
  std::string invoice_template;
};

// Reads the JSON file named by ORDERS_CONFIG, the command line and the invoice template.
// It runs before the event loop does. Throws std::exception for what cannot be used.
Config load_config(int argc, const char* const* argv);

} // namespace orders
