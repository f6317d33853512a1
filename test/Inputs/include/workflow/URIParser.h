// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef WORKFLOW_URIPARSER_H
#define WORKFLOW_URIPARSER_H
#include <map>
#include <string>
#include <vector>

class URIParser {
public:
  static std::map<std::string, std::vector<std::string>>
  split_query_strict(const std::string &Query);
  static std::map<std::string, std::string>
  split_query(const std::string &Query);
  static std::vector<std::string> split_path(const std::string &Path);
};
#endif
