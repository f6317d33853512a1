// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef POCO_NUMBERPARSER_H
#define POCO_NUMBERPARSER_H
#include <cstdint>
#include <string>
namespace Poco {
class NumberParser {
public:
  static int parse(const std::string &text, char thousandSeparator = ',');
  static bool tryParse(const std::string &text, int &value,
                       char thousandSeparator = ',');
  static unsigned parseUnsigned(const std::string &text,
                                char thousandSeparator = ',');
  static bool tryParseUnsigned(const std::string &text, unsigned &value,
                               char thousandSeparator = ',');
  static std::int64_t parse64(const std::string &text,
                              char thousandSeparator = ',');
  static bool tryParse64(const std::string &text, std::int64_t &value,
                         char thousandSeparator = ',');
  static double parseFloat(const std::string &text, char decimalSeparator = '.',
                           char thousandSeparator = ',');
  static bool parseBool(const std::string &text);
};
} // namespace Poco
#endif
