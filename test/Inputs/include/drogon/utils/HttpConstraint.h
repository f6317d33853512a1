// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef DROGON_UTILS_HTTPCONSTRAINT_H
#define DROGON_UTILS_HTTPCONSTRAINT_H
#include <drogon/HttpTypes.h>
#include <string>

namespace drogon::internal {

class HttpConstraint {
public:
  HttpConstraint(HttpMethod Method);
  HttpConstraint(const std::string &Filter);
  HttpConstraint(const char *Filter);
};

} // namespace drogon::internal
#endif
