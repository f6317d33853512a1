// RUN: %check_async_tidy %s async-blocking-call %t --real -- -I%inputs/include/mock -isystem /usr/include/jsoncpp
#include "task.h"
#include <fstream>
#include <json/json.h>
#include <string>

Task<> parses(const std::string &text) {
  Json::Value value;
  Json::Reader reader;
  reader.parse(text, value);
  co_return;
}

// The stream is what waits for the disk, not the parser.
Task<> loads() {
  std::ifstream file("orders.json");
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: '{{.*}}ifstream' blocks the event loop: it waits for the disk
  Json::Value value;
  file >> value;
  co_return;
}
