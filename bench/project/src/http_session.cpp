// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "fleet/handlers.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/strand.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/websocket/rfc6455.hpp>

#include <chrono>
#include <filesystem>
#include <iostream>
#include <map>
#include <optional>
#include <string>
#include <variant>

namespace asio = boost::asio;
namespace beast = boost::beast;
using tcp = asio::ip::tcp;

namespace fleet {
namespace {

constexpr auto without_exception = asio::as_tuple(asio::use_awaitable);

using FileResponse = http::response<http::file_body>;
using AnyResponse = std::variant<Response, FileResponse>;

beast::string_view type_of(const std::filesystem::path &file) {
  static const std::map<std::string, const char *> types{{".css", "text/css"},          {".html", "text/html"},
                                                         {".js", "text/javascript"},    {".png", "image/png"},
                                                         {".json", "application/json"}, {".svg", "image/svg+xml"}};
  const auto found = types.find(file.extension().string());
  return found == types.end() ? "application/octet-stream" : found->second;
}

// A file below the folder of the pages, when the target names one.
std::optional<AnyResponse> page(const Config &config, const Request &request) {
  constexpr beast::string_view prefix = "/pages/";
  if (!request.target().starts_with(prefix) || request.method() != http::verb::get)
    return std::nullopt;
  const auto name = request.target().substr(prefix.size());
  if (name.find("..") != beast::string_view::npos)
    return json_response(http::status::bad_request, {{"error", "no such page"}});

  const auto path = config.data_folder / "pages" / std::string(name);
  if (!std::filesystem::exists(path))
    return json_response(http::status::not_found, {{"error", "no such page"}});
  beast::error_code error;
  http::file_body::value_type body;
  body.open(path.c_str(), beast::file_mode::scan, error);
  if (error)
    return json_response(http::status::internal_server_error, {{"error", error.message()}});
  FileResponse response(std::piecewise_construct, std::make_tuple(std::move(body)),
                        std::make_tuple(http::status::ok, request.version()));
  response.set(http::field::content_type, type_of(path));
  response.prepare_payload();
  return response;
}

class Session {
public:
  Session(tcp::socket socket, const Router &router, Services &services)
      : stream_(std::move(socket)), router_(router), services_(services) {}

  asio::awaitable<void> run() {
    services_.metrics.count("http.connections");
    for (bool more = true; more;) {
      stream_.expires_after(services_.config.request_timeout);
      http::request_parser<http::string_body> parser;
      parser.body_limit(services_.config.body_limit);
      const auto [error, bytes] = co_await http::async_read(stream_, buffer_, parser, without_exception);
      if (error) {
        co_await refuse(error);
        break;
      }
      services_.metrics.count("http.bytes_read", static_cast<std::int64_t>(bytes));
      Request request = parser.release();
      if (beast::websocket::is_upgrade(request)) {
        stream_.expires_never();
        co_await serve_websocket(std::move(stream_), std::move(request), services_.hub);
        co_return;
      }
      more = co_await answer(request);
    }
    beast::error_code ignored;
    stream_.socket().shutdown(tcp::socket::shutdown_send, ignored);
  }

private:
  asio::awaitable<bool> answer(const Request &request) {
    const Stopwatch watch(services_.metrics, "http.requests");
    auto response = page(services_.config, request);
    if (!response)
      response = co_await handled(request);
    bool more = false;
    if (auto *text = std::get_if<Response>(&*response))
      more = co_await write(request, *text);
    else
      more = co_await write(request, std::get<FileResponse>(*response));
    co_return more;
  }

  asio::awaitable<Response> handled(const Request &request) {
    try {
      co_return co_await router_.dispatch(request);
    } catch (const std::exception &error) {
      services_.metrics.count("http.failures");
      std::clog << request.method_string() << ' ' << request.target() << ": " << error.what() << '\n';
    }
    co_return json_response(http::status::internal_server_error, {{"error", "this went wrong"}});
  }

  template <class Body> asio::awaitable<bool> write(const Request &request, http::response<Body> &response) {
    response.version(request.version());
    response.keep_alive(request.keep_alive());
    services_.metrics.count("http.status." + std::to_string(response.result_int()));
    http::response_serializer<Body> serializer(response);
    const auto [error, bytes] = co_await http::async_write(stream_, serializer, without_exception);
    services_.metrics.count("http.bytes_written", static_cast<std::int64_t>(bytes));
    co_return !error && !response.need_eof();
  }

  asio::awaitable<void> refuse(beast::error_code reason) {
    if (reason == http::error::end_of_stream || reason == beast::error::timeout)
      co_return;
    services_.metrics.count("http.refused");
    const auto status = reason == http::error::body_limit ? http::status::payload_too_large : http::status::bad_request;
    Response response = json_response(status, {{"error", reason.message()}});
    response.keep_alive(false);
    beast::error_code ignored;
    co_await http::async_write(stream_, response, asio::redirect_error(asio::use_awaitable, ignored));
  }

  beast::tcp_stream stream_;
  beast::flat_buffer buffer_;
  const Router &router_;
  Services &services_;
};

asio::awaitable<void> talk(tcp::socket socket, const Router &router, Services &services) {
  Session session(std::move(socket), router, services);
  co_await session.run();
}

void log_end(std::exception_ptr failure) {
  try {
    if (failure)
      std::rethrow_exception(failure);
  } catch (const std::exception &error) {
    std::clog << "session: " << error.what() << '\n';
  }
}

} // namespace

asio::awaitable<void> serve(tcp::endpoint endpoint, const Router &router, Services &services) {
  const auto executor = co_await asio::this_coro::executor;
  tcp::acceptor acceptor(executor);
  acceptor.open(endpoint.protocol());
  acceptor.set_option(asio::socket_base::reuse_address(true));
  acceptor.bind(endpoint);
  acceptor.listen();
  asio::steady_timer pause(executor);
  for (;;) {
    const auto strand = asio::make_strand(executor);
    auto [error, socket] = co_await acceptor.async_accept(strand, without_exception);
    if (!error) {
      asio::co_spawn(strand, talk(std::move(socket), router, services), log_end);
      continue;
    }
    if (error == asio::error::operation_aborted)
      co_return;
    // Out of file descriptors, most likely: some session ends soon.
    std::clog << "accept: " << error.message() << '\n';
    pause.expires_after(std::chrono::milliseconds(100));
    co_await pause.async_wait(asio::use_awaitable);
  }
}

} // namespace fleet
