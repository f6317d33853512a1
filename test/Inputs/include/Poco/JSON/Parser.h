// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef POCO_JSON_PARSER_H
#define POCO_JSON_PARSER_H
#include <Poco/JSON/Object.h>
#include <istream>
#include <string>
namespace Poco::JSON {
class Parser {
public:
  Parser();
  virtual ~Parser();
  Dynamic::Var parse(const std::string &json);
  Dynamic::Var parse(std::istream &in);
  Dynamic::Var result() const;
  Dynamic::Var asVar() const;
};
} // namespace Poco::JSON
#endif
