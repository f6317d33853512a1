// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef DROGON_HTTPSIMPLECONTROLLER_H
#define DROGON_HTTPSIMPLECONTROLLER_H
#include <drogon/HttpAppFramework.h>
#include <functional>
#include <string>
#include <vector>

#define PATH_LIST_BEGIN static void initPathRouting() {
#define PATH_ADD(path, ...) registerSelf__(path, {__VA_ARGS__})
#define PATH_LIST_END }

namespace drogon {

class HttpSimpleControllerBase {
public:
  virtual ~HttpSimpleControllerBase();
  virtual void asyncHandleHttpRequest(
      const HttpRequestPtr &Request,
      std::function<void(const HttpResponsePtr &)> &&Callback) = 0;
};

template <typename T, bool AutoCreation = true>
class HttpSimpleController : public HttpSimpleControllerBase {
protected:
  static void
  registerSelf__(const std::string &Path,
                 const std::vector<internal::HttpConstraint> &Constraints);
};

} // namespace drogon
#endif
