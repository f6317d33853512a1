// Numbers in the texts of requests.
// RUN: %check_async_tidy %s async-unchecked-request-body %t
#include <charconv>
#include <cstdlib>
#include <drogon/HttpController.h>
#include <drogon/drogon.h>
#include <optional>
#include <stdexcept>
#include <string>
#include <system_error>

using namespace drogon;
using Callback = std::function<void(const HttpResponsePtr &)>;

namespace pages {
std::optional<int> parse_int(std::string_view text) {
  int value = 0;
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size())
    return std::nullopt;
  return value;
}
int to_int(const std::string &text) {
  return std::atoi(text.c_str());
  // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: 'atoi' makes 0 of text that is no number
  // CHECK-NOTES: note: 'PageController::list' answers GET of '/pages', registered with
}
// Nobody gives it a request's data.
int to_port(const std::string &text) { return std::atoi(text.c_str()); }
void list(int from, int count);
} // namespace pages

class PageController : public HttpController<PageController> {
public:
  METHOD_LIST_BEGIN
  ADD_METHOD_TO(PageController::list, "/pages", Get);
  ADD_METHOD_TO(PageController::more, "/pages/{1}", Get);
  METHOD_LIST_END

  void list(const HttpRequestPtr &req, Callback &&callback) {
    const std::string &page = req->getParameter("page");
    int size = atoi(req->getParameter("size").c_str());
    // CHECK-MESSAGES: :[[@LINE-1]]:16: warning: 'atoi' makes 0 of text that is no number
    double factor = std::atof(req->getHeader("X-Factor").data());
    // CHECK-MESSAGES: :[[@LINE-1]]:21: warning: 'atof' makes 0 of text that is no number
    long from = std::strtol(page.c_str(), nullptr, 10);
    // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: 'strtol' makes 0 of text that is no number
    unsigned long long to = strtoull(page.c_str(), NULL, 0);
    // CHECK-MESSAGES: :[[@LINE-1]]:29: warning: 'strtoull' makes 0 of text that is no number
    pages::list(static_cast<int>(from), static_cast<int>(to) + static_cast<int>(size * factor));
    pages::list(pages::to_int(page), 10);
    callback(HttpResponse::newHttpResponse());
  }
  void more(const HttpRequestPtr &req, Callback &&callback, std::string id) {
    const std::string &page = req->getParameter("page");
    // Where the number ends says whether there was one.
    char *end = nullptr;
    long from = std::strtol(page.c_str(), &end, 10);
    if (end == page.c_str() || *end != '\0') {
      callback(HttpResponse::newHttpResponse(k400BadRequest, CT_TEXT_PLAIN));
      return;
    }
    auto size = pages::parse_int(req->getParameter("size"));
    if (!size)
      return callback(HttpResponse::newHttpResponse(k400BadRequest, CT_TEXT_PLAIN));
    auto count = req->getOptionalParameter<int>("count").value_or(10);
    pages::list(static_cast<int>(from), *size + count);
    // Asked before whether it is one.
    const std::string &digits = req->getParameter("digits");
    if (digits.find_first_not_of("0123456789") != std::string::npos)
      return callback(HttpResponse::newHttpResponse(k400BadRequest, CT_TEXT_PLAIN));
    pages::list(std::atoi(digits.c_str()), 1);
    pages::list(std::atoi(id.c_str()), 1);
    // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: 'atoi' makes 0 of text that is no number
    callback(HttpResponse::newHttpResponse());
  }
};

int main(int argc, char **argv) {
  app().setThreadNum(argc > 1 ? pages::to_port(argv[1]) : 1);
  app().run();
}
