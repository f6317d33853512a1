// The functions of a project's own pack open and close as those of libraries do.
// RUN: %check_async_tidy %s async-missing-dispose %t --fix-notes --options 'Catalog: %S/Inputs/acme_pool.yaml' -- -I%S
// CHECK-FIXES: #include <memory>
#include "Inputs/acme_pool.h"
#include <string>

bool reachable(const std::string &where) {
  acme::Channel *channel = acme::open_channel(where);
  // CHECK-MESSAGES: :[[@LINE-1]]:28: warning: 'open_channel' opens a 'acme::Channel' that nothing in the program closes with 'acme::close_channel'
  // CHECK-FIXES: {{^}}  std::unique_ptr<acme::Channel, decltype(&acme::close_channel)> channel(acme::open_channel(where), &acme::close_channel);
  return channel != nullptr;
}

int ask_and_close(const std::string &where) {
  acme::Channel *channel = acme::open_channel(where);
  int answer = acme::ask(channel, "ready");
  acme::close_channel(channel);
  return answer;
}

// Whoever gets it may close it.
int handed_on(const std::string &where) {
  acme::Channel *channel = acme::open_channel(where);
  return acme::ask(channel, "ready");
}
