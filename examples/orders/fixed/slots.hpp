// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "error.hpp"

#include <cstddef>

namespace orders {

// Admits a limited number at a time; who comes too many is asked to come back later.
// For a single-threaded executor.
class Slots {
public:
  explicit Slots(std::size_t free) : free_(free) {}

  // One place, taken for the lifetime of the object.
  class Place {
  public:
    explicit Place(Slots& slots) : slots_(slots) {
      if (slots_.free_ == 0)
        throw Error(Fault::unavailable, "too many requests of this kind are under way");
      --slots_.free_;
    }
    ~Place() { ++slots_.free_; }
    Place(const Place&) = delete;
    Place& operator=(const Place&) = delete;

  private:
    Slots& slots_;
  };

private:
  std::size_t free_;
};

} // namespace orders
