// RUN: %check_async_tidy %s async-blocking-call %t -check-suffix=ALL --no-fix
// RUN: %check_async_tidy %s async-blocking-call %t -check-suffix=SOME --options 'Categories: "database,dns"'
// RUN: %check_async_tidy %s async-blocking-call %t -check-suffix=ONE --options 'Categories: sleep' --no-fix
// RUN: %check_async_tidy %s async-blocking-call %t --options 'Categories: console'
// RUN: %check_async_tidy %s async-blocking-call %t -check-suffix=SOME --options 'Categories: "database,dns", Level: strict'
// RUN: not %check_async_tidy %s async-blocking-call %t --options 'Categories: "databse"' 2>&1 \
// RUN:   | FileCheck %s --check-prefix=CHECK-UNKNOWN
// RUN: not %check_async_tidy %s async-blocking-call %t --options 'Level: high' 2>&1 \
// RUN:   | FileCheck %s --check-prefix=CHECK-LEVEL
#include <boost/asio/awaitable.hpp>
#include <filesystem>
#include <libpq-fe.h>
#include <netdb.h>
#include <thread>

// CHECK-UNKNOWN: unknown category 'databse' in option 'Categories'; expected sleep, file, dns
// CHECK-LEVEL: unknown level 'high' for check 'async-blocking-call'; expected 'default' or 'strict'

boost::asio::awaitable<void> three_categories(PGconn *C) {
  PQexec(C, "select 1");
  // CHECK-MESSAGES-ALL: :[[@LINE-1]]:3: warning: 'PQexec' blocks the event loop: it waits for the database [async-blocking-call]
  // CHECK-MESSAGES-SOME: :[[@LINE-2]]:3: warning: 'PQexec' blocks the event loop: it waits for the database [async-blocking-call]
  gethostbyname("stock");
  // CHECK-MESSAGES-ALL: :[[@LINE-1]]:3: warning: 'gethostbyname' blocks the event loop: it waits for a name server [async-blocking-call]
  // CHECK-MESSAGES-SOME: :[[@LINE-2]]:3: warning: 'gethostbyname' blocks the event loop: it waits for a name server [async-blocking-call]
  std::this_thread::sleep_for(std::chrono::seconds(1));
  // CHECK-MESSAGES-ALL: :[[@LINE-1]]:3: warning: 'sleep_for' blocks the event loop: it puts the thread to sleep [async-blocking-call]
  // CHECK-MESSAGES-ONE: :[[@LINE-2]]:3: warning: 'sleep_for' blocks the event loop: it puts the thread to sleep [async-blocking-call]
  bool There = std::filesystem::exists("orders");
  co_return;
}

void naps_then_queries(PGconn *C) {
  std::this_thread::sleep_for(std::chrono::seconds(1));
  PQexec(C, "select 1");
}

boost::asio::awaitable<void> chain_of_the_wanted_category(PGconn *C) {
  naps_then_queries(C);
  // CHECK-MESSAGES-ALL: :[[@LINE-1]]:3: warning: call to 'naps_then_queries' blocks the event loop: it leads to 'sleep_for', which puts the thread to sleep [async-blocking-call]
  // CHECK-MESSAGES-SOME: :[[@LINE-2]]:3: warning: call to 'naps_then_queries' blocks the event loop: it leads to 'PQexec', which waits for the database [async-blocking-call]
  // CHECK-MESSAGES-ONE: :[[@LINE-3]]:3: warning: call to 'naps_then_queries' blocks the event loop: it leads to 'sleep_for', which puts the thread to sleep [async-blocking-call]
  co_return;
}
