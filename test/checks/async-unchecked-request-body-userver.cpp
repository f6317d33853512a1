// userver's base class of handlers answers; whoever asks it for the JSON that
// was parsed may get none.
// RUN: %check_async_tidy %s async-unchecked-request-body %t
#include <cstdlib>
#include <string>
#include <userver/components/minimal_server_component_list.hpp>
#include <userver/formats/json.hpp>
#include <userver/server/handlers/http_handler_base.hpp>
#include <userver/server/handlers/http_handler_json_base.hpp>
#include <userver/utils/daemon_run.hpp>
#include <userver/utils/from_string.hpp>

using userver::formats::json::Value;
using userver::server::http::HttpRequest;
using userver::server::request::RequestContext;

void store(const std::string &title, int count);

class CreateOrder : public userver::server::handlers::HttpHandlerBase {
protected:
  std::string HandleRequestThrow(const HttpRequest &request, RequestContext &) const override {
    const Value body = userver::formats::json::FromString(request.RequestBody());
    store(body["title"].As<std::string>(), userver::utils::FromString<int>(request.GetArg("count")));
    store("", std::atoi(request.GetArg("count").c_str()));
    // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: 'atoi' makes 0 of text that is no number
    return "";
  }
};
class ChangeOrder : public userver::server::handlers::HttpHandlerJsonBase {
protected:
  Value HandleRequestJsonThrow(const HttpRequest &request, const Value &body, RequestContext &) const override {
    store(body["title"].As<std::string>(), std::stoi(request.GetPathArg("id")));
    return {};
  }
};

int main(int argc, char **argv) {
  return userver::utils::DaemonMain(argc, argv, userver::components::MinimalServerComponentList().Append<CreateOrder>().Append<ChangeOrder>());
}
