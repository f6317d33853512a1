// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef OATPP_MACRO_CODEGEN_HPP
#define OATPP_MACRO_CODEGEN_HPP
#include <oatpp/web/server/api/ApiController.hpp>

/// A class of fields that a mapper fills.
#define DTO_INIT(TYPE_NAME, TYPE_EXTEND)                                       \
public:                                                                        \
  typedef TYPE_NAME Z__CLASS;                                                  \
  typedef oatpp::data::type::DTOWrapper<Z__CLASS> Wrapper;                     \
  static Wrapper createShared() { return std::make_shared<Z__CLASS>(); }
#define DTO_FIELD(TYPE, NAME, ...)                                             \
  static TYPE Initial_##NAME() { return TYPE(); }                              \
  TYPE NAME = Initial_##NAME()

#define ENDPOINT_ASYNC(METHOD, PATH, NAME)                                     \
  class NAME : public HandlerCoroutine<NAME, __ControllerType>
#define ENDPOINT_ASYNC_INIT(NAME) public:

/// What an endpoint takes: how it is read, its type, its name and under which
/// key.
#define REQUEST(TYPE, NAME) (MOCK_READ_REQUEST, TYPE, NAME, #NAME)
#define BODY_STRING(TYPE, NAME) (MOCK_READ_BODY_STRING, TYPE, NAME, #NAME)
#define BODY_DTO(TYPE, NAME) (MOCK_READ_BODY_DTO, TYPE, NAME, #NAME)
#define QUERIES(TYPE, NAME) (MOCK_READ_QUERIES, TYPE, NAME, #NAME)
#define QUERY(TYPE, NAME, ...)                                                 \
  (MOCK_READ_QUERY, TYPE, NAME, MOCK_KEY(#NAME __VA_OPT__(, ) __VA_ARGS__))
#define PATH(TYPE, NAME, ...)                                                  \
  (MOCK_READ_PATH, TYPE, NAME, MOCK_KEY(#NAME __VA_OPT__(, ) __VA_ARGS__))
#define HEADER(TYPE, NAME, ...)                                                \
  (MOCK_READ_HEADER, TYPE, NAME, MOCK_KEY(#NAME __VA_OPT__(, ) __VA_ARGS__))
#define MOCK_KEY(NAME, ...) MOCK_KEY_OR(__VA_ARGS__ __VA_OPT__(, ) NAME, )
#define MOCK_KEY_OR(KEY, ...) KEY

#define MOCK_READ_REQUEST(TYPE, NAME, KEY) const auto &NAME = Asked;
#define MOCK_READ_BODY_STRING(TYPE, NAME, KEY)                                 \
  const auto &NAME = Asked->readBodyToString();
#define MOCK_READ_BODY_DTO(TYPE, NAME, KEY)                                    \
  const auto &Mapper_##NAME = getContentMappers()->selectMapperForContent(     \
      Asked->getHeader("Content-Type"));                                       \
  const auto &NAME = Asked->readBodyToDto<TYPE>(Mapper_##NAME.get());          \
  if (!NAME) {                                                                 \
    throw oatpp::web::protocol::http::HttpError(Status::CODE_400, KEY);        \
  }
#define MOCK_READ_QUERIES(TYPE, NAME, KEY)                                     \
  const auto &NAME = Asked->getQueryParameters();
#define MOCK_READ_TEXT(TYPE, NAME, KEY, TEXT)                                  \
  const auto &Text_##NAME = TEXT;                                              \
  if (!Text_##NAME) {                                                          \
    throw oatpp::web::protocol::http::HttpError(Status::CODE_400, KEY);        \
  }                                                                            \
  bool Valid_##NAME;                                                           \
  const auto &NAME = ApiController::TypeInterpretation<TYPE>::fromString(      \
      #TYPE, Text_##NAME, Valid_##NAME);                                       \
  if (!Valid_##NAME) {                                                         \
    throw oatpp::web::protocol::http::HttpError(Status::CODE_400, KEY);        \
  }
#define MOCK_READ_QUERY(TYPE, NAME, KEY)                                       \
  MOCK_READ_TEXT(TYPE, NAME, KEY, Asked->getQueryParameter(KEY))
#define MOCK_READ_PATH(TYPE, NAME, KEY)                                        \
  MOCK_READ_TEXT(TYPE, NAME, KEY, Asked->getPathVariable(KEY))
#define MOCK_READ_HEADER(TYPE, NAME, KEY)                                      \
  MOCK_READ_TEXT(TYPE, NAME, KEY, Asked->getHeader(KEY))

#define MOCK_READ(P) MOCK_READ_OF P
#define MOCK_READ_OF(READ, TYPE, NAME, KEY) READ(TYPE, NAME, KEY)
#define MOCK_TAKE(P) MOCK_TAKE_OF P
#define MOCK_TAKE_OF(READ, TYPE, NAME, KEY) const TYPE &NAME
#define MOCK_GIVE(P) MOCK_GIVE_OF P
#define MOCK_GIVE_OF(READ, TYPE, NAME, KEY) NAME

#define MOCK_EACH(DO, ...) __VA_OPT__(MOCK_EACH_1(DO, __VA_ARGS__))
#define MOCK_EACH_1(DO, P, ...) DO(P) __VA_OPT__(MOCK_EACH_2(DO, __VA_ARGS__))
#define MOCK_EACH_2(DO, P, ...) DO(P) __VA_OPT__(MOCK_EACH_3(DO, __VA_ARGS__))
#define MOCK_EACH_3(DO, P, ...) DO(P) __VA_OPT__(MOCK_EACH_4(DO, __VA_ARGS__))
#define MOCK_EACH_4(DO, P) DO(P)
#define MOCK_LIST(DO, ...) __VA_OPT__(MOCK_LIST_1(DO, __VA_ARGS__))
#define MOCK_LIST_1(DO, P, ...) DO(P) __VA_OPT__(, MOCK_LIST_2(DO, __VA_ARGS__))
#define MOCK_LIST_2(DO, P, ...) DO(P) __VA_OPT__(, MOCK_LIST_3(DO, __VA_ARGS__))
#define MOCK_LIST_3(DO, P, ...) DO(P) __VA_OPT__(, MOCK_LIST_4(DO, __VA_ARGS__))
#define MOCK_LIST_4(DO, P) DO(P)

/// As in the real one: a handler calls a proxy, which calls the endpoint.
#define ENDPOINT(METHOD, PATH, NAME, ...)                                      \
  template <class T> std::shared_ptr<Handler<T>> GetHandler_##NAME(T *C) {     \
    return Handler<T>::createShared(C, &T::Proxy_##NAME, nullptr);             \
  }                                                                            \
  const std::shared_ptr<Endpoint> Endpoint_##NAME =                            \
      createEndpoint(GetHandler_##NAME(this));                                 \
  std::shared_ptr<OutgoingResponse> Proxy_##NAME(                              \
      const std::shared_ptr<IncomingRequest> &Asked) {                         \
    MOCK_EACH(MOCK_READ, __VA_ARGS__)                                          \
    return NAME(MOCK_LIST(MOCK_GIVE, __VA_ARGS__));                            \
  }                                                                            \
  std::shared_ptr<OutgoingResponse> NAME(MOCK_LIST(MOCK_TAKE, __VA_ARGS__))
#endif
