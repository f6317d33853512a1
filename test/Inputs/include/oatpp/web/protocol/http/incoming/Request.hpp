// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef OATPP_WEB_PROTOCOL_HTTP_INCOMING_REQUEST_HPP
#define OATPP_WEB_PROTOCOL_HTTP_INCOMING_REQUEST_HPP
#include <memory>
#include <oatpp/async/Coroutine.hpp>
#include <oatpp/data/mapping/ObjectMapper.hpp>
#include <oatpp/data/share/LazyStringMap.hpp>
#include <oatpp/web/url/mapping/Pattern.hpp>

namespace oatpp::base {
template <class T> class ObjectHandle {
public:
  ObjectHandle(T *Object);
  template <class Q> ObjectHandle(const std::shared_ptr<Q> &Object) {}
};
} // namespace oatpp::base

namespace oatpp::data::stream {
class InputStream;
} // namespace oatpp::data::stream

namespace oatpp::web::protocol::http {

typedef data::share::LazyStringMultimap<data::share::StringKeyLabelCI> Headers;
typedef data::share::LazyStringMultimap<data::share::StringKeyLabel>
    QueryParams;

namespace incoming {

class Request {
public:
  const QueryParams &getQueryParameters() const;
  String getQueryParameter(const data::share::StringKeyLabel &Name) const;
  String getQueryParameter(const data::share::StringKeyLabel &Name,
                           const String &Default) const;
  const url::mapping::Pattern::MatchMap &getPathVariables() const;
  String getPathVariable(const data::share::StringKeyLabel &Name) const;
  const Headers &getHeaders() const;
  String getHeader(const data::share::StringKeyLabelCI &Name) const;
  std::shared_ptr<data::stream::InputStream> getBodyStream() const;
  String readBodyToString() const;
  template <class Wrapper>
  Wrapper readBodyToDto(
      const base::ObjectHandle<data::mapping::ObjectMapper> &Mapper) const {
    return {};
  }
  async::CoroutineStarterForResult<const String &>
  readBodyToStringAsync() const;
  template <class Wrapper>
  async::CoroutineStarterForResult<const Wrapper &> readBodyToDtoAsync(
      const std::shared_ptr<data::mapping::ObjectMapper> &Mapper) const {
    return {};
  }
};

} // namespace incoming
} // namespace oatpp::web::protocol::http
#endif
