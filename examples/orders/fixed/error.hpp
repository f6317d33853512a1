// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <stdexcept>
#include <string>

namespace orders {

// What a request can fail with. The router maps each fault to an HTTP status, in one place.
enum class Fault { bad_request, invalid, not_found, conflict, too_large, unavailable };

class Error : public std::runtime_error {
public:
  Error(Fault fault, const std::string& message) : std::runtime_error(message), fault(fault) {}

  Fault fault;
};

} // namespace orders
