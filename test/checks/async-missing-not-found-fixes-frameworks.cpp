// The answer in the other frameworks' own words.
// RUN: %check_async_tidy %s async-missing-not-found %t --fix-notes
#include <App.h>
#include <cinatra/coro_http_server.hpp>
#include <cpprest/http_listener.h>
#include <memory>
#include <oatpp/macro/codegen.hpp>
#include <optional>
#include <seastar/core/coroutine.hh>
#include <seastar/http/function_handlers.hh>
#include <seastar/http/routes.hh>
#include <string>
#include <userver/formats/json.hpp>
#include <userver/server/handlers/http_handler_base.hpp>
#include <userver/server/handlers/http_handler_json_base.hpp>

struct User {
  int id = 0;
  std::string name;
};
struct Users {
  std::optional<User> find(std::string_view id) const;
  User *load(std::string_view id);
};
Users users;

void cinatra_routes(cinatra::coro_http_server &server) {
  server.set_http_handler<cinatra::http_method::GET>(
      "/users/:id", [](cinatra::coro_http_request &req, cinatra::coro_http_response &resp) {
        auto user = users.find(req.get_query_value("id"));
        resp.set_status_and_content(cinatra::status_type::ok, user->name);
        // CHECK-MESSAGES: :[[@LINE-1]]:63: warning: what 'Users::find' looks up is used
        // CHECK-FIXES: {{^        }}if (!user) {
        // CHECK-FIXES-NEXT: {{^          }}resp.set_status(cinatra::status_type::not_found);
        // CHECK-FIXES-NEXT: {{^          }}return;
        // CHECK-FIXES-NEXT: {{^        }}}
      });
  server.set_http_handler<cinatra::http_method::GET>(
      "/later/:id", [](cinatra::coro_http_request &req, cinatra::coro_http_response &resp) -> async_simple::coro::Lazy<void> {
        const User *user = users.load(req.get_query_value("id"));
        resp.set_status_and_content(cinatra::status_type::ok, user->name);
        // CHECK-MESSAGES: :[[@LINE-1]]:63: warning: what 'Users::load' looks up is used
        // CHECK-FIXES: {{^        }}if (!user) {
        // CHECK-FIXES-NEXT: {{^          }}resp.set_status(cinatra::status_type::not_found);
        // CHECK-FIXES-NEXT: {{^          }}co_return;
        // CHECK-FIXES-NEXT: {{^        }}}
        co_return;
      });
}

void cpprest_routes(web::http::experimental::listener::http_listener &listener) {
  listener.support(web::http::methods::GET, [](web::http::http_request request) {
    auto user = users.find(request.relative_uri().path());
    request.reply(user->id > 0 ? web::http::status_codes::OK : web::http::status_codes::NotFound);
    // CHECK-MESSAGES: :[[@LINE-1]]:19: warning: what 'Users::find' looks up is used
    // CHECK-FIXES: {{^    }}if (!user) {
    // CHECK-FIXES-NEXT: {{^      }}request.reply(web::http::status_codes::NotFound);
    // CHECK-FIXES-NEXT: {{^      }}return;
    // CHECK-FIXES-NEXT: {{^    }}}
  });
}

void uws_routes(uWS::App &app) {
  app.get("/users/:id", [](auto *res, auto *req) {
    auto user = users.find(req->getParameter(0));
    res->end(user->name);
    // CHECK-MESSAGES: :[[@LINE-1]]:14: warning: what 'Users::find' looks up is used
    // CHECK-FIXES: {{^    }}if (!user) {
    // CHECK-FIXES-NEXT: {{^      }}res->writeStatus("404 Not Found")->end();
    // CHECK-FIXES-NEXT: {{^      }}return;
    // CHECK-FIXES-NEXT: {{^    }}}
  });
}

namespace server = userver::server;
class UserHandler : public server::handlers::HttpHandlerBase {
protected:
  std::string HandleRequestThrow(const server::http::HttpRequest &request, server::request::RequestContext &) const override {
    const auto user = users.find(request.GetPathArg("id"));
    return user->name;
    // CHECK-MESSAGES: :[[@LINE-1]]:12: warning: what 'Users::find' looks up is used
    // CHECK-FIXES: {{^    }}if (!user) {
    // CHECK-FIXES-NEXT: {{^      }}request.SetResponseStatus(userver::server::http::HttpStatus::kNotFound);
    // CHECK-FIXES-NEXT: {{^      }}return {};
    // CHECK-FIXES-NEXT: {{^    }}}
  }
};
class JsonHandler : public server::handlers::HttpHandlerJsonBase {
protected:
  userver::formats::json::Value HandleRequestJsonThrow(const server::http::HttpRequest &asked, const userver::formats::json::Value &,
                                                       server::request::RequestContext &) const override {
    const User *user = users.load(asked.GetArg("id"));
    userver::formats::json::ValueBuilder answer;
    answer["name"] = user->name;
    // CHECK-MESSAGES: :[[@LINE-1]]:22: warning: what 'Users::load' looks up is used
    // CHECK-FIXES: {{^    }}if (!user) {
    // CHECK-FIXES-NEXT: {{^      }}asked.SetResponseStatus(userver::server::http::HttpStatus::kNotFound);
    // CHECK-FIXES-NEXT: {{^      }}return {};
    // CHECK-FIXES-NEXT: {{^    }}}
    return answer.ExtractValue();
  }
};

class Controller : public oatpp::web::server::api::ApiController {
public:
  using __ControllerType = Controller;
  Controller() {}
  ENDPOINT("GET", "/users/{id}", getUser, PATH(String, id)) {
    auto user = users.find(*id);
    return createResponse(Status::CODE_200, user->name);
    // CHECK-MESSAGES: :[[@LINE-1]]:45: warning: what 'Users::find' looks up is used
    // CHECK-FIXES: {{^    }}if (!user) {
    // CHECK-FIXES-NEXT: {{^      }}return oatpp::web::protocol::http::outgoing::ResponseFactory::createResponse(oatpp::web::protocol::http::Status::CODE_404);
    // CHECK-FIXES-NEXT: {{^    }}}
  }
};
class RawHandler : public oatpp::web::server::HttpRequestHandler {
public:
  std::shared_ptr<OutgoingResponse> handle(const std::shared_ptr<IncomingRequest> &request) override {
    const auto id = request->getPathVariable("id");
    const User *user = users.load(*id);
    return ResponseFactory::createResponse(Status::CODE_200, user->name);
    // CHECK-MESSAGES: :[[@LINE-1]]:62: warning: what 'Users::load' looks up is used
    // CHECK-FIXES: {{^    }}if (!user) {
    // CHECK-FIXES-NEXT: {{^      }}return oatpp::web::protocol::http::outgoing::ResponseFactory::createResponse(oatpp::web::protocol::http::Status::CODE_404);
  }
};

using seastar::http::reply, seastar::http::request;
class GetUser : public seastar::httpd::handler_base {
public:
  seastar::future<std::unique_ptr<reply>> handle(const seastar::sstring &, std::unique_ptr<request> req, std::unique_ptr<reply> rep) override {
    auto user = users.find(std::string(req->get_path_param("id")));
    rep->write_body("txt", user->name.c_str());
    // CHECK-MESSAGES: :[[@LINE-1]]:28: warning: what 'Users::find' looks up is used
    // CHECK-FIXES: {{^    }}if (!user) {
    // CHECK-FIXES-NEXT: {{^      }}throw seastar::httpd::not_found_exception();
    // CHECK-FIXES-NEXT: {{^    }}}
    co_return std::move(rep);
  }
};
