// RUN: %check_async_tidy %s async-patch-overwrite %t --real
#include <boost/asio.hpp>
#include <boost/beast.hpp>
#include <boost/json.hpp>
#include <boost/json/src.hpp>
#include <map>
#include <memory>
#include <string>
#include <utility>
namespace beast = boost::beast;
namespace http = beast::http;
namespace net = boost::asio;
namespace json = boost::json;
using tcp = net::ip::tcp;
using Request = http::request<http::string_body>;
using Response = http::response<http::string_body>;

struct Song {
  std::string title, artist;
  std::int64_t year = 0;
  bool liked = false;
};
std::map<std::string, Song> songs;

Response answer(const Request &req, http::status status) {
  Response res{status, req.version()};
  res.prepare_payload();
  return res;
}
Response update(const Request &req) {
  const json::value body = json::parse(req.body());
  const auto &fields = body.as_object();
  auto it = songs.find(std::string(req.target()));
  if (it == songs.end())
    return answer(req, http::status::not_found);
  Song &song = it->second;
  song.title = fields.contains("title") ? std::string(fields.at("title").as_string()) : std::string();
  // CHECK-MESSAGES: :[[@LINE-1]]:14: warning: a PATCH request without 'title' overwrites 'song.title' with an empty value: what was stored is lost [async-patch-overwrite]
  // CHECK-NOTES: note: 'handle_request' passes it to 'update' here
  // CHECK-NOTES: note: 'handle_request' answers PATCH here
  // CHECK-FIXES: song.title = fields.contains("title") ? std::string(fields.at("title").as_string()) : song.title;
  if (const auto *year = fields.if_contains("year"))
    song.year = year->as_int64();
  const json::value *liked = fields.if_contains("liked");
  song.liked = liked && liked->as_bool();
  // CHECK-MESSAGES: :[[@LINE-1]]:14: warning: a PATCH request without 'liked' overwrites 'song.liked' with false
  song.artist = std::string(fields.at("artist").as_string()); // throws
  song.artist = std::string(req["X-Artist"]);
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: a PATCH request without 'X-Artist' overwrites 'song.artist' with an empty value
  // CHECK-FIXES: if (req.count("X-Artist") != 0)
  // CHECK-FIXES-NEXT: song.artist = std::string(req["X-Artist"]);
  return answer(req, http::status::ok);
}
Response replace(const Request &req) {
  const auto body = json::parse(req.body()).as_object();
  songs["1"].title = body.contains("title") ? std::string(body.at("title").as_string()) : std::string();
  return answer(req, http::status::ok);
}

// As in Beast's own examples: any body, and the answer is sent.
template <class Body, class Allocator, class Send>
void handle_request(http::request<Body, http::basic_fields<Allocator>> &&req, Send &&send) {
  switch (req.method()) {
  case http::verb::patch:
    return send(update(req));
  case http::verb::put:
    return send(replace(req));
  default:
    return send(answer(req, http::status::method_not_allowed));
  }
}

class Session : public std::enable_shared_from_this<Session> {
public:
  explicit Session(tcp::socket &&socket) : stream_(std::move(socket)) {}
  void read() {
    http::async_read(stream_, buffer_, req_, [self = shared_from_this()](beast::error_code error, std::size_t) {
      if (!error)
        handle_request(std::move(self->req_), [self](Response &&res) { http::write(self->stream_, res); });
    });
  }

private:
  beast::tcp_stream stream_;
  beast::flat_buffer buffer_;
  Request req_;
};

// A coroutine that asks for the method.
net::awaitable<void> serve(beast::tcp_stream stream) {
  beast::flat_buffer buffer;
  Request req;
  co_await http::async_read(stream, buffer, req, net::use_awaitable);
  if (req.method() == http::verb::patch && req.target().starts_with("/likes/")) {
    const auto body = json::parse(req.body()).as_object();
    songs.at("1").liked = body.contains("liked") ? body.at("liked").as_bool() : false;
    // CHECK-MESSAGES: :[[@LINE-1]]:25: warning: a PATCH request without 'liked' overwrites 'songs.at("1").liked' with false
    // CHECK-NOTES: note: 'serve' answers PATCH of '/likes/' here
  }
  co_await http::async_write(stream, answer(req, http::status::ok), net::use_awaitable);
}
