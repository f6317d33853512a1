// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef DROGON_DROGON_CALLBACKS_H
#define DROGON_DROGON_CALLBACKS_H
#include <drogon/HttpRequest.h>
#include <drogon/HttpResponse.h>
#include <functional>

namespace drogon {

using AdviceCallback = std::function<void(const HttpResponsePtr &)>;
using AdviceChainCallback = std::function<void()>;
using FilterCallback = std::function<void(const HttpResponsePtr &)>;
using FilterChainCallback = std::function<void()>;
using MiddlewareCallback = std::function<void(const HttpResponsePtr &)>;
using MiddlewareNextCallback =
    std::function<void(std::function<void(const HttpResponsePtr &)> &&)>;
using HttpReqCallback = std::function<void(ReqResult, const HttpResponsePtr &)>;

} // namespace drogon
#endif
