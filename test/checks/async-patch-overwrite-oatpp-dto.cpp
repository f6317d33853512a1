// oat++: a field of a DTO is null when it wasn't sent.
// RUN: %check_async_tidy %s async-patch-overwrite %t
#include <map>
#include <memory>
#include <oatpp/Types.hpp>
#include <oatpp/macro/codegen.hpp>
#include <oatpp/web/server/api/ApiController.hpp>
#include <string>

class UserDto : public oatpp::DTO {
  DTO_INIT(UserDto, DTO)
  DTO_FIELD(Int32, id);
  DTO_FIELD(String, name);
  DTO_FIELD(String, email, "e-mail");
  DTO_FIELD(Int32, age);
  DTO_FIELD(Boolean, active);
};

struct User {
  std::string name;
  std::string email;
  int age = 0;
  bool active = true;
};

class UserStore {
public:
  oatpp::Object<UserDto> getUserById(int id);
  oatpp::Object<UserDto> updateUser(const oatpp::Object<UserDto> &user);
  std::shared_ptr<User> find(int id);
};

class UserController : public oatpp::web::server::api::ApiController {
public:
  typedef UserController __ControllerType;
  explicit UserController(UserStore &store) : m_store(store) {}

  // What is kept is a DTO too.
  ENDPOINT("PATCH", "users/{id}", patchUser, PATH(Int32, id), BODY_DTO(Object<UserDto>, dto)) {
    auto user = m_store.getUserById(*id);
    OATPP_ASSERT_HTTP(user, Status::CODE_404, "no such user");
    user->name = dto->name;
    // CHECK-MESSAGES: :[[@LINE-1]]:16: warning: a PATCH request without 'name' overwrites 'user->name' with null: what was stored is lost [async-patch-overwrite]
    // CHECK-NOTES: :[[@LINE-5]]:3: note: 'UserController::patchUser' gets it, made from the request's body
    // CHECK-NOTES: :[[@LINE-6]]:3: note: 'UserController::patchUser' answers PATCH of 'users/{id}', registered with 'ENDPOINT' here
    // CHECK-NOTES: :[[@LINE-4]]:16: note: write it only when it was sent
    // CHECK-FIXES: if (dto->name)
    // CHECK-FIXES-NEXT: user->name = dto->name;
    user->age = dto->age;
    // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: a PATCH request without 'age' overwrites 'user->age' with null
    // CHECK-FIXES: if (dto->age)
    // CHECK-FIXES-NEXT: user->age = dto->age;
    if (dto->email)
      user->email = dto->email;
    if (dto->active != nullptr) {
      user->active = dto->active;
    }
    return createDtoResponse(Status::CODE_200, m_store.updateUser(user));
  }

  ENDPOINT("PATCH", "members/{id}", patchMember, PATH(Int32, id), BODY_DTO(Object<UserDto>, dto)) {
    auto user = m_store.find(*id);
    if (!user)
      return createResponse(Status::CODE_404);
    user->name = dto->name.getValue("");
    // CHECK-MESSAGES: :[[@LINE-1]]:16: warning: a PATCH request without 'name' overwrites 'user->name' with ""
    // CHECK-FIXES: user->name = dto->name.getValue(user->name);
    user->age = dto->age.getValue(0);
    // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: a PATCH request without 'age' overwrites 'user->age' with 0
    // CHECK-FIXES: user->age = dto->age.getValue(user->age);
    user->email = dto->email.getValue(user->email);
    user->active = dto->active ? *dto->active : user->active;
    return createResponse(Status::CODE_200);
  }

  // A null throws where a text is wanted.
  ENDPOINT("PATCH", "names/{id}", rename, PATH(Int32, id), BODY_DTO(Object<UserDto>, dto)) {
    auto user = m_store.find(*id);
    user->name = *dto->name;
    OATPP_ASSERT_HTTP(dto->age, Status::CODE_400, "age is missing");
    user->age = dto->age;
    return createResponse(Status::CODE_200);
  }

  ENDPOINT("PUT", "users/{id}", putUser, PATH(Int32, id), BODY_DTO(Object<UserDto>, dto)) {
    auto user = m_store.getUserById(*id);
    user->name = dto->name;
    return createDtoResponse(Status::CODE_200, m_store.updateUser(user));
  }

  // What the query has.
  ENDPOINT("PATCH", "settings/{id}", settings, PATH(Int32, id), REQUEST(std::shared_ptr<IncomingRequest>, request)) {
    auto user = m_store.find(*id);
    user->name = request->getQueryParameter("name", "nobody");
    // CHECK-MESSAGES: :[[@LINE-1]]:16: warning: a PATCH request without 'name' overwrites 'user->name' with "nobody"
    auto email = request->getQueryParameter("email");
    if (email)
      user->email = email;
    return createResponse(Status::CODE_200);
  }

  ENDPOINT("PATCH", "texts/{id}", text, PATH(Int32, id), BODY_STRING(String, body)) {
    auto dto = m_mapper->readFromString<Object<UserDto>>(body);
    auto user = m_store.getUserById(*id);
    user->email = dto->email;
    // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: a PATCH request without 'email' overwrites 'user->email' with null
    // CHECK-FIXES: if (dto->email)
    // CHECK-FIXES-NEXT: user->email = dto->email;
    m_store.updateUser(user);
    return createResponse(Status::CODE_200);
  }

private:
  UserStore &m_store;
  std::shared_ptr<oatpp::data::mapping::ObjectMapper> m_mapper;
};
