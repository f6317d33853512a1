// drogon: coroutines, handlers that get an object made of the request, fromRequest.
// RUN: %check_async_tidy %s async-patch-overwrite %t
#include <drogon/HttpController.h>
#include <drogon/drogon.h>
#include <json/json.h>
#include <map>
#include <optional>
#include <string>

struct User {
  int id = 0;
  std::string name, email;
};
// What the handlers are given.
struct UserForm {
  std::string name, email;
};
struct UserPatch {
  std::optional<std::string> name, email;
};
struct UserStore {
  drogon::Task<User> load(int id);
  drogon::Task<> save(const User &user);
  drogon::Task<> replace(const User &user);
};
UserStore store;
std::map<int, User> users;

namespace drogon {
template <> UserForm fromRequest(const HttpRequest &req) {
  UserForm form;
  const auto json = req.getJsonObject();
  form.name = (*json)["name"].asString();
  form.email = json->get("email", "").asString();
  return form;
}
template <> UserPatch fromRequest(const HttpRequest &req) {
  UserPatch patch;
  const auto json = req.getJsonObject();
  if (json->isMember("name"))
    patch.name = (*json)["name"].asString();
  return patch;
}
} // namespace drogon

using namespace drogon;
using Callback = std::function<void(const HttpResponsePtr &)>;

class Members : public HttpController<Members> {
public:
  METHOD_LIST_BEGIN
  METHOD_ADD(Members::update, "/{id}", Patch);
  METHOD_ADD(Members::apply, "/{id}/patch", Patch);
  METHOD_ADD(Members::change, "/{id}/coro", Patch);
  METHOD_ADD(Members::as, "/{id}/as", Patch);
  METHOD_ADD(Members::replace, "/{id}", Put);
  METHOD_LIST_END

  // The class has no way to say what was sent.
  void update(UserForm &&form, Callback &&callback, int id) {
    // CHECK-MESSAGES: :[[@LINE-1]]:8: warning: 'Members::update' gets an object that can't say which of its members a PATCH request sent: those that it left out are overwritten with their defaults [async-patch-overwrite]
    // CHECK-NOTES: :[[@LINE+5]]:15: note: 'user.name' is overwritten here
    // CHECK-NOTES: :[[@LINE+5]]:16: note: 'user.email' is overwritten here
    // CHECK-NOTES: note: 'Members::update' answers PATCH of '/Members/{id}', registered with 'HttpController::registerMethod' here
    // CHECK-NOTES: note: make the members std::optional, and write only those that have a value
    auto &user = users.at(id);
    user.name = form.name;
    user.email = std::move(form.email);
    callback(HttpResponse::newHttpResponse());
  }
  void apply(UserPatch &&patch, Callback &&callback, int id) {
    auto &user = users.at(id);
    if (patch.name)
      user.name = *patch.name;
    user.email = patch.email.value_or("");
    // CHECK-MESSAGES: :[[@LINE-1]]:16: warning: a PATCH request without 'email' overwrites 'user.email' with ""
    // CHECK-NOTES: :[[@LINE-6]]:8: note: 'Members::apply' gets it, made from the request's body
    // CHECK-FIXES: {{^    }}user.email = patch.email.value_or(user.email);
    callback(HttpResponse::newHttpResponse());
  }
  void replace(UserForm &&form, Callback &&, int id) { users[id].name = form.name; }

  // Parameters of a coroutine are copies.
  Task<HttpResponsePtr> change(HttpRequestPtr req, int id) {
    const auto json = req->getJsonObject();
    auto user = co_await store.load(id);
    user.name = (*json)["name"].asString();
    // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: a PATCH request without 'name' overwrites 'user.name' with an empty value
    // CHECK-FIXES: {{^    }}if (json->isMember("name"))
    // CHECK-FIXES-NEXT: {{^      }}user.name = (*json)["name"].asString();
    if (json->isMember("email"))
      user.email = (*json)["email"].asString();
    co_await store.save(user);

    User fresh;
    fresh.id = id;
    fresh.name = (*json)["name"].asString();
    // CHECK-MESSAGES: :[[@LINE-1]]:16: warning: a PATCH request without 'name' overwrites 'fresh.name' with an empty value
    // CHECK-NOTES: note: load what is stored, and change only what was sent
    co_await store.replace(fresh);
    co_return HttpResponse::newHttpResponse();
  }
  Task<> as(HttpRequestPtr req, Callback callback, int id) {
    const UserForm form = req->as<UserForm>();
    // CHECK-MESSAGES: :[[@LINE-1]]:32: warning: an object is read here that can't say which of its members a PATCH request sent
    // CHECK-NOTES: :[[@LINE+4]]:20: note: 'users[id].name' is overwritten here
    // CHECK-NOTES: note: 'Members::as' answers PATCH
    if (!form.email.empty())
      users[id].email = form.email;
    users[id].name = form.name;
    const auto patch = fromRequest<UserPatch>(*req);
    users[id].name = patch.name.value_or(users[id].name);
    if (patch.email.has_value())
      users[id].email = *patch.email;
    callback(HttpResponse::newHttpResponse());
    co_return;
  }
};

void routes() {
  app().registerHandler(
      "/users/{id}",
      [](HttpRequestPtr req, int id) -> Task<HttpResponsePtr> {
        auto json = req->getJsonObject();
        auto user = co_await store.load(id);
        user.email = json->get("email", "").asString();
        // CHECK-MESSAGES: :[[@LINE-1]]:20: warning: a PATCH request without 'email' overwrites 'user.email' with ""
        // CHECK-FIXES: {{^        }}user.email = json->get("email", user.email).asString();
        co_await store.save(user);
        co_return HttpResponse::newHttpResponse();
      },
      {Patch});
}
