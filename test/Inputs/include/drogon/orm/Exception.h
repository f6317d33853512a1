// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef DROGON_ORM_EXCEPTION_H
#define DROGON_ORM_EXCEPTION_H
#include <exception>
#include <functional>

namespace drogon::orm {

class DrogonDbException {
public:
  virtual ~DrogonDbException() noexcept;
  virtual const std::exception &base() const noexcept;
};

using ExceptionCallback = std::function<void(const DrogonDbException &)>;

} // namespace drogon::orm
#endif
