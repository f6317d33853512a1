// RUN: %check_async_tidy %s async-blocking-call %t
#include <fstream>
#include <libpq-fe.h>
#include <mock/task.h>
#include <thread>

#define QUERY(CONNECTION) PQexec(CONNECTION, "select 1")
#define AND_WAIT                                                               \
  co_await next_event();                                                       \
  PQexec(C, "select 2");
#define ON_LOOP_FUNCTION(NAME)                                                 \
  Task<> NAME(PGconn *C) {                                                     \
    PQexec(C, "select 3");                                                     \
    co_await next_event();                                                     \
  }

Task<> call_in_a_macro(PGconn *C) {
  QUERY(C);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'PQexec' blocks the event loop: it waits for the database [async-blocking-call]
  AND_WAIT
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'PQexec' blocks the event loop: it waits for the database [async-blocking-call]
}

ON_LOOP_FUNCTION(whole_function_from_a_macro)
// CHECK-MESSAGES: :[[@LINE-1]]:1: warning: 'PQexec' blocks the event loop: it waits for the database [async-blocking-call]

Task<> empty_coroutine() { co_return; }

Task<> only_declared(PGconn *C);

Task<> call_through_a_pointer(void (*Pointer)(PGconn *), PGconn *C) {
  Pointer(C);
  co_await next_event();
}

struct Base {
  virtual void run() = 0;
};

Task<> virtual_call_without_any_overrider(Base &B) {
  B.run();
  co_await next_event();
}

Task<> pointer_to_a_member(Base &B, void (Base::*Member)()) {
  (B.*Member)();
  co_await next_event();
}

template <typename T> Task<> never_instantiated(T Value, PGconn *C) {
  Value.run();
  Value.sleep_for(1);
  PQexec(C, "select 1");
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'PQexec' blocks the event loop: it waits for the database [async-blocking-call]
  co_await next_event();
}

template <typename T> struct Wrapper {
  Task<> method_of_a_template(PGconn *C) {
    PQexec(C, "select 1");
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'PQexec' blocks the event loop: it waits for the database [async-blocking-call]
    co_await next_event();
  }
};
template struct Wrapper<int>;
template struct Wrapper<long>;

Task<> deep_expression(PGconn *C) {
  int Sum = ((((((1 + (PQexec(C, "") ? 1 : 0)))))));
  // CHECK-MESSAGES: :[[@LINE-1]]:24: warning: 'PQexec' blocks the event loop: it waits for the database [async-blocking-call]
  switch (Sum) {
  case 0: {
    do {
      PQexec(C, "select 1");
      // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: 'PQexec' blocks the event loop: it waits for the database [async-blocking-call]
    } while (false);
  }
  default:
    break;
  }
  goto end;
end:
  co_await next_event();
}

Task<> default_argument_blocks(PGconn *C, PGresult *Result = PQexec(nullptr, "select 1")) {
  co_await next_event();
}

Task<> initializer_with_a_call(PGconn *C) {
  if (PGresult *Result = PQexec(C, "select 1"); Result)
    // CHECK-MESSAGES: :[[@LINE-1]]:26: warning: 'PQexec' blocks the event loop: it waits for the database [async-blocking-call]
    PQclear(Result);
  PGresult *Several[] = {PQexec(C, "a"), PQexec(C, "b")};
  // CHECK-MESSAGES: :[[@LINE-1]]:26: warning: 'PQexec' blocks the event loop: it waits for the database [async-blocking-call]
  // CHECK-MESSAGES: :[[@LINE-2]]:42: warning: 'PQexec' blocks the event loop: it waits for the database [async-blocking-call]
  co_await next_event();
}

struct Bundle {
  PGresult *Result = PQexec(nullptr, "select 1");
};

Task<> default_member_initializer_blocks() {
  Bundle Fresh;
  // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: call to 'Bundle' blocks the event loop: it leads to 'PQexec', which waits for the database [async-blocking-call]
  // CHECK-NOTES: :[[@LINE-6]]:22: note: '{{.*}}Bundle' calls 'PQexec' here, which blocks
  Bundle Given{nullptr};
  co_await next_event();
}

PGresult *at_namespace_scope = PQexec(nullptr, "select 1");

int main() {
  PQexec(nullptr, "select 1");
  auto Query = [] { PQexec(nullptr, "select 1"); };
  Query();
}
