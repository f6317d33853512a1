// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef DROGON_HTTPCONTROLLER_H
#define DROGON_HTTPCONTROLLER_H
#include <drogon/HttpAppFramework.h>
#include <string>
#include <utility>
#include <vector>

#define METHOD_LIST_BEGIN static void initPathRouting() {
#define METHOD_ADD(method, pattern, ...)                                       \
  registerMethod(&method, pattern, {__VA_ARGS__}, true, #method)
#define ADD_METHOD_TO(method, pattern, ...)                                    \
  registerMethod(&method, pattern, {__VA_ARGS__}, false, #method)
#define ADD_METHOD_VIA_REGEX(method, regex, ...)                               \
  registerMethodViaRegex(&method, regex, {__VA_ARGS__}, #method)
#define METHOD_LIST_END                                                        \
  return;                                                                      \
  }

namespace drogon {

template <typename T, bool AutoCreation = true> class HttpController {
protected:
  template <typename FUNCTION>
  static void
  registerMethod(FUNCTION &&Function, const std::string &Pattern,
                 const std::vector<internal::HttpConstraint> &Constraints = {},
                 bool ClassNameInPath = true, const std::string &Name = "") {}
  template <typename FUNCTION>
  static void registerMethodViaRegex(
      FUNCTION &&Function, const std::string &Regex,
      const std::vector<internal::HttpConstraint> &Constraints = {},
      const std::string &Name = "") {}
};

} // namespace drogon
#endif
