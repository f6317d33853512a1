// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "config.hpp"
#include "db.hpp"
#include "handlers.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <thread>

namespace asio = boost::asio;

namespace orders {
namespace {

std::string attachment_path(const Parameters& parameters) {
  return config().data_dir + "/attachments/" + parameters.at("id") + "-" + parameters.at("name");
}

bool run_scanner(const std::string& command) { return std::system(command.c_str()) == 0; }

bool is_clean(const std::string& path) { return run_scanner("clamdscan --quiet '" + path + "'"); }

void make_thumbnail(const std::string& path) {
  if (std::system(("convert '" + path + "' -resize 128x128 '" + path + ".thumb.png'").c_str()) != 0)
    std::clog << "no thumbnail for " << path << '\n';
}

asio::awaitable<Response> upload_attachment(const Request& request, const Parameters& parameters) {
  const auto path = attachment_path(parameters);
  std::ofstream file(path, std::ios::binary);
  file << request.body();
  file.close();
  if (!is_clean(path)) {
    std::filesystem::remove(path);
    co_return json_response(http::status::unprocessable_entity, R"({"error":"the file was refused"})");
  }
  std::thread worker(make_thumbnail, path);
  worker.detach();
  co_return json_response(http::status::created, R"({"status":"stored"})");
}

} // namespace

void register_attachment_routes(Router& router) {
  router.add(http::verb::put, "/orders/{id}/attachments/{name}", upload_attachment);
}

} // namespace orders
