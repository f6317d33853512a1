// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef DROGON_ORM_CRITERIA_H
#define DROGON_ORM_CRITERIA_H
#include <string>

namespace drogon::orm {

enum class CompareOperator { EQ, NE, GT, GE, LT, LE };

class Criteria {
public:
  Criteria();
  template <typename T> Criteria(const std::string &Column, T &&Value);
};

} // namespace drogon::orm
#endif
