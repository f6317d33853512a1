// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef MONGOCXX_INSTANCE_HPP
#define MONGOCXX_INSTANCE_HPP
namespace mongocxx {
namespace v_noabi {
class instance {
public:
  instance();
  ~instance();
  static instance &current();
};
} // namespace v_noabi
using v_noabi::instance;
} // namespace mongocxx
#endif
