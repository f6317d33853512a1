// A project's own pack names its pool: it is one like those of libraries.
// RUN: %check_async_tidy %s async-module-level-pool %t -check-suffix=PACK --fix-notes --options 'Catalog: %S/Inputs/acme_pool.yaml' -- -I%S
// RUN: %check_async_tidy %s async-module-level-pool %t -check-suffix=NONE --no-fix -- -I%S
#include "Inputs/acme_pool.h"
#include <memory>
#include <string>

acme::Pool orders("orders:7000", 10);
// CHECK-MESSAGES-PACK: :[[@LINE-1]]:12: warning: 'orders' keeps a pool ('acme::Pool') at namespace scope

static acme::Pool stock("stock:7000", 10);
// CHECK-MESSAGES-PACK: :[[@LINE-1]]:19: warning: 'stock' keeps a pool ('acme::Pool') at namespace scope
// CHECK-FIXES-PACK: {{^}}static acme::Pool &stock() {
// CHECK-FIXES-PACK-NEXT: {{^}}  static acme::Pool instance("stock:7000", 10);
// CHECK-FIXES-PACK-NEXT: {{^}}  return instance;
// CHECK-FIXES-PACK-NEXT: {{^}}}

namespace {
std::unique_ptr<acme::Pool> late;
// CHECK-MESSAGES-PACK: :[[@LINE-1]]:29: warning: 'late' keeps a pool ('acme::Pool') at namespace scope
acme::Channel *audit = acme::open_channel("audit:7000");
// CHECK-MESSAGES-PACK: :[[@LINE-1]]:16: warning: 'audit' keeps a connection ('acme::Channel') at namespace scope
} // namespace

int in_stock(const std::string &article) {
  acme::Channel *channel = stock.lend();
  // CHECK-FIXES-PACK: {{^}}  acme::Channel *channel = stock().lend();
  int count = acme::ask(channel, article) + acme::ask(audit, article);
  stock.take_back(channel);
  // CHECK-FIXES-PACK: {{^}}  stock().take_back(channel);
  return count;
}

// The annotation says it in the code, with or without a pack.
class [[clang::annotate("async_tidy::pool")]] Workers {
public:
  explicit Workers(int count);
};
Workers workers(4);
// CHECK-MESSAGES-PACK: :[[@LINE-1]]:9: warning: 'workers' keeps a pool ('Workers') at namespace scope
// CHECK-MESSAGES-NONE: :[[@LINE-2]]:9: warning: 'workers' keeps a pool ('Workers') at namespace scope

// Owned by main: silent.
int main(int, char **argv) {
  acme::Pool prices(argv[1], 10);
  late = std::make_unique<acme::Pool>(argv[2], 10);
  return in_stock("apples");
}
