// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef DROGON_ORM_EXCEPTION_H
#define DROGON_ORM_EXCEPTION_H
#include <exception>
#include <functional>
#include <stdexcept>

namespace drogon::orm {

class DrogonDbException {
public:
  virtual ~DrogonDbException() noexcept;
  virtual const std::exception &base() const noexcept;
};

class RangeError : public DrogonDbException, public std::out_of_range {
public:
  explicit RangeError(const std::string &Text);
};

class UnexpectedRows : public RangeError {
public:
  explicit UnexpectedRows(const std::string &Text);
};

using ExceptionCallback = std::function<void(const DrogonDbException &)>;

} // namespace drogon::orm
#endif
