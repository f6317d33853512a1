// The numbers that the fix writes are the project's.
// RUN: %check_async_tidy %s async-missing-pool-parameters %t -check-suffix=LEFT-OUT --fix-notes
// RUN: %check_async_tidy %s async-missing-pool-parameters %t -check-suffix=GIVEN --fix-notes \
// RUN:   --options 'PoolSize: 5, MaxOverflow: 3, RecycleSeconds: 600, WaitSeconds: 2'
// RUN: %check_async_tidy %s async-missing-pool-parameters %t -check-suffix=NO-OVERFLOW --fix-notes \
// RUN:   --options 'PoolSize: 4294967295, MaxOverflow: 0, RecycleSeconds: 1, WaitSeconds: 4294967295'
//
// What is no number above 0 is refused.
// RUN: not %check_async_tidy %s async-missing-pool-parameters %t --options 'PoolSize: 0' 2>&1 \
// RUN:   | FileCheck %s --check-prefix=CHECK-ZERO
// RUN: not %check_async_tidy %s async-missing-pool-parameters %t --options 'RecycleSeconds: 0, WaitSeconds: 0' 2>&1 \
// RUN:   | FileCheck %s --check-prefix=CHECK-ZEROS
// RUN: not %check_async_tidy %s async-missing-pool-parameters %t --options 'PoolSize: ten' 2>&1 \
// RUN:   | FileCheck %s --check-prefix=CHECK-WORD
// RUN: not %check_async_tidy %s async-missing-pool-parameters %t --options 'MaxOverflow: "-1"' 2>&1 \
// RUN:   | FileCheck %s --check-prefix=CHECK-NEGATIVE
// RUN: not %check_async_tidy %s async-missing-pool-parameters %t --options 'WaitSeconds: "2.5"' 2>&1 \
// RUN:   | FileCheck %s --check-prefix=CHECK-FRACTION
// RUN: not %check_async_tidy %s async-missing-pool-parameters %t --options 'RecycleSeconds: "4294967296"' 2>&1 \
// RUN:   | FileCheck %s --check-prefix=CHECK-LARGE
// RUN: not %check_async_tidy %s async-missing-pool-parameters %t --options 'WaitSeconds: ""' 2>&1 \
// RUN:   | FileCheck %s --check-prefix=CHECK-EMPTY
// CHECK-ZERO: warning: option 'PoolSize' is 0; expected a number above it [clang-tidy-config]
// CHECK-ZEROS-DAG: warning: option 'RecycleSeconds' is 0; expected a number above it [clang-tidy-config]
// CHECK-ZEROS-DAG: warning: option 'WaitSeconds' is 0; expected a number above it [clang-tidy-config]
// CHECK-WORD: invalid configuration value 'ten' for option 'async-missing-pool-parameters.PoolSize'; expected an integer
// CHECK-NEGATIVE: invalid configuration value '-1' for option 'async-missing-pool-parameters.MaxOverflow'; expected
// CHECK-FRACTION: invalid configuration value '2.5' for option 'async-missing-pool-parameters.WaitSeconds'; expected
// CHECK-LARGE: invalid configuration value '4294967296' for option 'async-missing-pool-parameters.RecycleSeconds'; expected
// CHECK-EMPTY: invalid configuration value '' for option 'async-missing-pool-parameters.WaitSeconds'; expected
#include <memory>
#include <mongocxx/pool.hpp>
#include <mongocxx/uri.hpp>
#include <odb/pgsql/connection-factory.hxx>
#include <sw/redis++/redis++.h>

void every_number(const sw::redis::ConnectionOptions &where) {
  sw::redis::Redis cache(where);
  // CHECK-MESSAGES-LEFT-OUT: :[[@LINE-1]]:20: warning: 'Redis' makes a pool without 'size', 'wait_timeout', 'connection_lifetime'
  // CHECK-MESSAGES-GIVEN: :[[@LINE-2]]:20: warning: 'Redis' makes a pool without 'size', 'wait_timeout', 'connection_lifetime'
  // CHECK-MESSAGES-NO-OVERFLOW: :[[@LINE-3]]:20: warning: 'Redis' makes a pool without 'size', 'wait_timeout', 'connection_lifetime'
  // CHECK-FIXES-LEFT-OUT: .size = 10 /*PoolSize*/, .wait_timeout = std::chrono::seconds(30) /*WaitSeconds*/, .connection_lifetime = std::chrono::seconds(3600) /*RecycleSeconds*/
  // CHECK-FIXES-GIVEN: .size = 5 /*PoolSize*/, .wait_timeout = std::chrono::seconds(2) /*WaitSeconds*/, .connection_lifetime = std::chrono::seconds(600) /*RecycleSeconds*/
  // CHECK-FIXES-NO-OVERFLOW: .size = 4294967295 /*PoolSize*/, .wait_timeout = std::chrono::seconds(4294967295) /*WaitSeconds*/, .connection_lifetime = std::chrono::seconds(1) /*RecycleSeconds*/
  odb::pgsql::connection_pool_factory factory(0, 2);
  // CHECK-MESSAGES-LEFT-OUT: :[[@LINE-1]]:39: warning: 'connection_pool_factory' makes a pool without 'max_connections'
  // CHECK-MESSAGES-GIVEN: :[[@LINE-2]]:39: warning: 'connection_pool_factory' makes a pool without 'max_connections'
  // CHECK-MESSAGES-NO-OVERFLOW: :[[@LINE-3]]:39: warning: 'connection_pool_factory' makes a pool without 'max_connections'
  // CHECK-FIXES-LEFT-OUT: {{^}}  odb::pgsql::connection_pool_factory factory(30 /*PoolSize + MaxOverflow*/, 2);
  // CHECK-FIXES-GIVEN: {{^}}  odb::pgsql::connection_pool_factory factory(8 /*PoolSize + MaxOverflow*/, 2);
  // CHECK-FIXES-NO-OVERFLOW: {{^}}  odb::pgsql::connection_pool_factory factory(4294967295 /*PoolSize + MaxOverflow*/, 2);
  mongocxx::pool orders(mongocxx::uri("mongodb://db/?maxPoolSize=20"));
  // CHECK-MESSAGES-LEFT-OUT: :[[@LINE-1]]:18: warning: 'pool' makes a pool without 'waitQueueTimeoutMS'
  // CHECK-MESSAGES-GIVEN: :[[@LINE-2]]:18: warning: 'pool' makes a pool without 'waitQueueTimeoutMS'
  // CHECK-MESSAGES-NO-OVERFLOW: :[[@LINE-3]]:18: warning: 'pool' makes a pool without 'waitQueueTimeoutMS'
  // CHECK-FIXES-LEFT-OUT: "mongodb://db/?maxPoolSize=20&waitQueueTimeoutMS=30000"
  // CHECK-FIXES-GIVEN: "mongodb://db/?maxPoolSize=20&waitQueueTimeoutMS=2000"
  // CHECK-FIXES-NO-OVERFLOW: "mongodb://db/?maxPoolSize=20&waitQueueTimeoutMS=4294967295000"
}
