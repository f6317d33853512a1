// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef ACME_POOL_H
#define ACME_POOL_H
#include <chrono>
#include <memory>
#include <string>
#include <vector>

namespace acme {
struct Channel;
Channel *open_channel(const std::string &where);
void close_channel(Channel *channel);
int ask(Channel *channel, const std::string &question);

/// The project's own pool: no library knows it.
class Pool {
public:
  explicit Pool(std::string where, int size = 1);
  Pool(const Pool &) = delete;
  ~Pool();
  void set_wait(std::chrono::milliseconds longest);
  Channel *lend();
  void take_back(Channel *channel);

private:
  std::vector<Channel *> free;
};
} // namespace acme
#endif
