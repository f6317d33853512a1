// oat++: asynchronous endpoints, and handlers without a DTO.
// RUN: %check_async_tidy %s async-patch-overwrite %t
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <oatpp/Types.hpp>
#include <oatpp/macro/codegen.hpp>
#include <oatpp/web/server/api/ApiController.hpp>
#include <string>

class UserDto : public oatpp::DTO {
  DTO_INIT(UserDto, DTO)
  DTO_FIELD(String, name);
  DTO_FIELD(String, email);
  DTO_FIELD(Int32, age);
};
struct User {
  std::string name, email;
  int age = 0;
};
struct UserStore {
  std::shared_ptr<User> find(const std::string &id);
  oatpp::Object<UserDto> load(const std::string &id);
  void save(const oatpp::Object<UserDto> &user);
  void update(const oatpp::Object<UserDto> &user);
};

class UserController : public oatpp::web::server::api::ApiController {
public:
  typedef UserController __ControllerType;
  UserStore store;

  ENDPOINT_ASYNC("PATCH", "/users/{id}", PatchUser) {
    ENDPOINT_ASYNC_INIT(PatchUser)
    oatpp::async::Action act() override {
      return request->readBodyToDtoAsync<oatpp::Object<UserDto>>(controller->getContentMappers()->getDefaultMapper())
          .callbackTo(&PatchUser::onBody);
    }
    oatpp::async::Action onBody(const oatpp::Object<UserDto> &dto) {
      auto user = controller->store.load("1");
      user->name = dto->name;
      // CHECK-MESSAGES: :[[@LINE-1]]:18: warning: a PATCH request without 'name' overwrites 'user->name' with null: what was stored is lost [async-patch-overwrite]
      // CHECK-NOTES: note: 'PatchUser::act' answers PATCH of '/users/{id}'
      // CHECK-FIXES: {{^      }}if (dto->name)
      // CHECK-FIXES-NEXT: {{^        }}user->name = dto->name;
      if (dto->email)
        user->email = dto->email;
      controller->store.save(user);
      return _return(controller->createResponse(Status::CODE_200));
    }
  };

  ENDPOINT_ASYNC("PATCH", "/texts/{id}", PatchText) {
    ENDPOINT_ASYNC_INIT(PatchText)
    oatpp::async::Action act() override { return request->readBodyToStringAsync().callbackTo(&PatchText::onText); }
    oatpp::async::Action onText(const oatpp::String &text) {
      const auto body = nlohmann::json::parse(*text);
      auto user = controller->store.find("1");
      user->age = body.value("age", 0);
      // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: a PATCH request without 'age' overwrites 'user->age' with 0
      // CHECK-FIXES: {{^      }}user->age = body.value("age", user->age);
      user->name = body.value("name", user->name);
      return _return(controller->createResponse(Status::CODE_200));
    }
  };

  // What the request itself has, in the first step.
  ENDPOINT_ASYNC("PATCH", "/queries/{id}", PatchQuery) {
    ENDPOINT_ASYNC_INIT(PatchQuery)
    oatpp::async::Action act() override {
      auto user = controller->store.find(*request->getPathVariable("id"));
      user->name = request->getQueryParameter("name", "");
      // CHECK-MESSAGES: :[[@LINE-1]]:18: warning: a PATCH request without 'name' overwrites 'user->name' with ""
      // CHECK-NOTES: note: 'PatchQuery::act' answers PATCH of '/queries/{id}'
      auto age = request->getQueryParameter("age");
      user->age = age ? oatpp::utils::Conversion::strToInt32(age->c_str()) : 0;
      // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: a PATCH request without 'age' overwrites 'user->age' with 0
      if (auto email = request->getQueryParameter("email"))
        user->email = *email;
      return _return(controller->createResponse(Status::CODE_200));
    }
  };

  ENDPOINT_ASYNC("PUT", "/users/{id}", PutUser) {
    ENDPOINT_ASYNC_INIT(PutUser)
    oatpp::async::Action act() override {
      return request->readBodyToDtoAsync<oatpp::Object<UserDto>>(controller->getContentMappers()->getDefaultMapper())
          .callbackTo(&PutUser::onBody);
    }
    oatpp::async::Action onBody(const oatpp::Object<UserDto> &dto) {
      controller->store.load("1")->name = dto->name;
      return _return(controller->createResponse(Status::CODE_200));
    }
  };

  // Helpers of the controller's own.
  ENDPOINT("PATCH", "/helped/{id}", helped, PATH(String, id), BODY_DTO(Object<UserDto>, dto)) {
    apply(*store.find(*id), dto);
    store.update(dto); // its members say what was sent
    return createResponse(Status::CODE_200);
  }
  void apply(User &user, const oatpp::Object<UserDto> &dto) {
    user.name = dto->name.getValue("");
    // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: a PATCH request without 'name' overwrites 'user.name' with ""
    // CHECK-FIXES: {{^    }}user.name = dto->name.getValue(user.name);
    user.email = dto->email ? *dto->email : "";
    // CHECK-MESSAGES: :[[@LINE-1]]:16: warning: a PATCH request without 'email' overwrites 'user.email' with ""
    // CHECK-FIXES: {{^    }}user.email = dto->email ? *dto->email : user.email;
    if (dto->age)
      user.age = *dto->age;
  }
};
void serve() { UserController controller; }
