// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef DROGON_HTTPTYPES_H
#define DROGON_HTTPTYPES_H
namespace drogon {

enum HttpMethod { Get = 0, Post, Head, Put, Delete, Options, Patch, Invalid };
enum HttpStatusCode {
  k200OK = 200,
  k204NoContent = 204,
  k400BadRequest = 400,
  k404NotFound = 404,
  k422UnprocessableEntity = 422,
  k500InternalServerError = 500
};
enum ContentType { CT_NONE = 0, CT_APPLICATION_JSON, CT_TEXT_PLAIN };
enum class ReqResult {
  Ok,
  BadResponse,
  NetworkFailure,
  BadServerAddress,
  Timeout
};
enum class WebSocketMessageType { Text, Binary, Ping, Pong, Close };

} // namespace drogon
#endif
