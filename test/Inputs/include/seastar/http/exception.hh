// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SEASTAR_HTTP_EXCEPTION_HH
#define SEASTAR_HTTP_EXCEPTION_HH
#include <exception>
#include <string>

namespace seastar::httpd {

class base_exception : public std::exception {};

class not_found_exception : public base_exception {
public:
  not_found_exception(const std::string &Text = "Not found");
};

class bad_request_exception : public base_exception {
public:
  bad_request_exception(const std::string &Text);
};

} // namespace seastar::httpd
#endif
