// RUN: %check_async_tidy %s async-blocking-call %t
#include <mock/task.h>
#include <soci/soci.h>
#include <string>

Task<> blocking_operator(soci::session &Sql) {
  int Count = 0;
  Sql << "select count(*) from orders", soci::into(Count);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'session::operator<<' blocks the event loop: it waits for the database [async-blocking-call]
  Sql << "delete from orders where id = " << Count;
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'session::operator<<' blocks the event loop: it waits for the database [async-blocking-call]
  co_await next_event();
}

Task<> session_from_the_pool_may_wait(soci::connection_pool &Pool) {
  soci::session Sql(Pool);
  // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: 'soci::session' blocks the event loop: it waits for the database [async-blocking-call]
  std::size_t Place = Pool.lease();
  // CHECK-MESSAGES: :[[@LINE-1]]:23: warning: 'connection_pool::lease' blocks the event loop: it waits for the database [async-blocking-call]
  co_await next_event();
}

Task<> prepared_statement(soci::session &Sql, int Id) {
  soci::statement Find = (Sql.prepare << "select * from orders where id = :id", soci::use(Id));
  Find.execute(true);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'statement::execute' blocks the event loop: it waits for the database [async-blocking-call]
  co_await next_event();
}

Task<> shift_of_other_types(int Value, std::string &Text) {
  int Shifted = Value << 2;
  co_await next_event();
}
