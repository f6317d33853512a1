// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What the bench measures: one unit of a service as teams write them, with
// Boost.Beast, Asio coroutines and JSON, and two calls that block.

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/version.hpp>
#include <nlohmann/json.hpp>

#include <charconv>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iostream>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using nlohmann::json;
using tcp = asio::ip::tcp;
using Request = http::request<http::string_body>;
using Response = http::response<http::string_body>;

namespace {

struct Item {
  long id = 0;
  std::string name;
  int quantity = 0;
  std::optional<std::string> note;
};

json to_json(const Item &item) {
  json object{{"id", item.id}, {"name", item.name}, {"quantity", item.quantity}};
  if (item.note)
    object["note"] = *item.note;
  return object;
}

class Store {
public:
  std::vector<Item> list() const {
    std::lock_guard lock(mutex_);
    std::vector<Item> items;
    items.reserve(items_.size());
    for (const auto &[id, item] : items_)
      items.push_back(item);
    return items;
  }

  std::optional<Item> find(long id) const {
    std::lock_guard lock(mutex_);
    const auto found = items_.find(id);
    return found == items_.end() ? std::nullopt : std::optional(found->second);
  }

  Item add(const json &body) {
    Item item{next_id(), body.at("name").get<std::string>(), body.value("quantity", 1), std::nullopt};
    if (const auto note = body.find("note"); note != body.end() && note->is_string())
      item.note = note->get<std::string>();
    std::lock_guard lock(mutex_);
    return items_.emplace(item.id, item).first->second;
  }

  void load(const std::filesystem::path &file) {
    std::ifstream input(file);
    for (const auto &entry : json::parse(input))
      add(entry);
  }

private:
  long next_id() {
    std::lock_guard lock(mutex_);
    return ++last_id_;
  }

  mutable std::mutex mutex_;
  std::map<long, Item> items_;
  long last_id_ = 0;
};

Response answer(http::status status, const json &body) {
  Response response{status, 11};
  response.set(http::field::content_type, "application/json");
  response.body() = body.dump();
  response.prepare_payload();
  return response;
}

std::optional<long> id_of(std::string_view target) {
  const auto slash = target.rfind('/');
  long id = 0;
  const auto *end = target.data() + target.size();
  const auto [rest, error] = std::from_chars(target.data() + slash + 1, end, id);
  return error == std::errc() && rest == end ? std::optional(id) : std::nullopt;
}

asio::awaitable<Response> list_items(Store &store, const Request &) {
  json items = json::array();
  for (const auto &item : store.list())
    items.push_back(to_json(item));
  co_return answer(http::status::ok, items);
}

asio::awaitable<Response> get_item(Store &store, const Request &request) {
  const auto id = id_of(request.target());
  const auto item = id ? store.find(*id) : std::nullopt;
  if (!item)
    co_return answer(http::status::not_found, {{"error", "no such item"}});
  co_return answer(http::status::ok, to_json(*item));
}

asio::awaitable<Response> add_item(Store &store, const Request &request) {
  const auto body = json::parse(request.body(), nullptr, false);
  if (!body.is_object() || !body.contains("name"))
    co_return answer(http::status::bad_request, {{"error", "a name is needed"}});
  std::this_thread::sleep_for(std::chrono::milliseconds(1));
  co_return answer(http::status::created, to_json(store.add(body)));
}

asio::awaitable<Response> reload(Store &store, const Request &) {
  store.load("items.json");
  co_return answer(http::status::ok, {{"items", store.list().size()}});
}

using Handler = std::function<asio::awaitable<Response>(Store &, const Request &)>;
const std::map<std::pair<http::verb, std::string_view>, Handler> routes{
    {{http::verb::get, "/items"}, list_items},
    {{http::verb::post, "/items"}, add_item},
    {{http::verb::post, "/reload"}, reload},
};

asio::awaitable<void> session(beast::tcp_stream stream, Store &store) {
  beast::flat_buffer buffer;
  for (;;) {
    stream.expires_after(std::chrono::seconds(30));
    Request request;
    const auto [error, bytes] =
        co_await http::async_read(stream, buffer, request, asio::as_tuple(asio::use_awaitable));
    if (error || bytes == 0)
      break;
    const auto route = routes.find({request.method(), std::string_view(request.target())});
    Response response = route == routes.end() ? co_await get_item(store, request)
                                              : co_await route->second(store, request);
    response.keep_alive(request.keep_alive());
    co_await http::async_write(stream, response, asio::use_awaitable);
    if (!request.keep_alive())
      break;
  }
  beast::error_code ignored;
  stream.socket().shutdown(tcp::socket::shutdown_send, ignored);
}

asio::awaitable<void> serve(tcp::endpoint endpoint, Store &store) {
  const auto executor = co_await asio::this_coro::executor;
  tcp::acceptor acceptor(executor, endpoint);
  for (;;)
    asio::co_spawn(executor, session(beast::tcp_stream(co_await acceptor.async_accept(asio::use_awaitable)), store),
                   asio::detached);
}

} // namespace

int main() {
  asio::io_context loop(1);
  asio::signal_set signals(loop, SIGINT, SIGTERM);
  signals.async_wait([&](beast::error_code, int) { loop.stop(); });
  Store store;
  asio::co_spawn(loop, serve({tcp::v4(), 8080}, store), asio::detached);
  loop.run();
}
