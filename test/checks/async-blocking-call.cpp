// RUN: %check_async_tidy %s async-blocking-call %t
#include <curl/curl.h>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <future>
#include <hiredis/hiredis.h>
#include <libpq-fe.h>
#include <mock/task.h>
#include <netdb.h>
#include <sqlite3.h>
#include <sys/wait.h>
#include <thread>

Task<> waits_for_a_name_server(const char *Host) {
  addrinfo *Found = nullptr;
  getaddrinfo(Host, "http", nullptr, &Found);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'getaddrinfo' blocks the event loop: it waits for a name server [async-blocking-call]
  hostent *Entry = gethostbyname(Host);
  // CHECK-MESSAGES: :[[@LINE-1]]:20: warning: 'gethostbyname' blocks the event loop: it waits for a name server [async-blocking-call]
  char Name[64];
  getnameinfo(Found->ai_addr, Found->ai_addrlen, Name, sizeof(Name), nullptr, 0, 0);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'getnameinfo' blocks the event loop: it waits for a name server [async-blocking-call]
  co_await next_event();
}

Task<> waits_for_the_disk(const char *Path) {
  std::ifstream In(Path);
  // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: 'std::ifstream' blocks the event loop: it waits for the disk [async-blocking-call]
  std::FILE *File = std::fopen(Path, "r");
  // CHECK-MESSAGES: :[[@LINE-1]]:21: warning: 'fopen' blocks the event loop: it waits for the disk [async-blocking-call]
  co_await next_event();
}

Task<> waits_for_an_http_answer(CURL *Handle) {
  CURLcode Code = curl_easy_perform(Handle);
  // CHECK-MESSAGES: :[[@LINE-1]]:19: warning: 'curl_easy_perform' blocks the event loop: it waits for an HTTP answer [async-blocking-call]
  co_await next_event();
}

Task<> waits_for_the_database(PGconn *Connection, sqlite3_stmt *Statement) {
  PGresult *Result = PQexec(Connection, "select 1");
  // CHECK-MESSAGES: :[[@LINE-1]]:22: warning: 'PQexec' blocks the event loop: it waits for the database [async-blocking-call]
  sqlite3_step(Statement);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'sqlite3_step' blocks the event loop: it waits for the database [async-blocking-call]
  PGconn *Fresh = PQconnectdb("dbname=orders");
  // CHECK-MESSAGES: :[[@LINE-1]]:19: warning: 'PQconnectdb' blocks the event loop: it waits for the database [async-blocking-call]
  co_await next_event();
}

Task<> waits_for_the_cache_server(redisContext *Context) {
  redisCommand(Context, "PING");
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'redisCommand' blocks the event loop: it waits for the cache server [async-blocking-call]
  redisContext *Fresh = redisConnect("localhost", 6379);
  // CHECK-MESSAGES: :[[@LINE-1]]:25: warning: 'redisConnect' blocks the event loop: it waits for the cache server [async-blocking-call]
  co_await next_event();
}

Task<> waits_for_another_process(pid_t Child) {
  int Status = std::system("gzip report.csv");
  // CHECK-MESSAGES: :[[@LINE-1]]:16: warning: 'system' blocks the event loop: it waits for another process [async-blocking-call]
  waitpid(Child, &Status, 0);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'waitpid' blocks the event loop: it waits for another process [async-blocking-call]
  std::FILE *Pipe = popen("ls", "r");
  // CHECK-MESSAGES: :[[@LINE-1]]:21: warning: 'popen' blocks the event loop: it waits for another process [async-blocking-call]
  pclose(Pipe);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'pclose' blocks the event loop: it waits for another process [async-blocking-call]
  co_await next_event();
}

Task<> waits_for_other_work(std::future<int> Answer, std::thread &Worker) {
  int Value = Answer.get();
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: '{{.*}}future::get' blocks the event loop: it waits for other work to finish [async-blocking-call]
  Worker.join();
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'thread::join' blocks the event loop: it waits for other work to finish [async-blocking-call]
  co_await next_event();
}

Task<> several_calls_in_one_expression(PGconn *Connection) {
  bool Both = PQexec(Connection, "begin") && PQexec(Connection, "commit");
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: 'PQexec' blocks the event loop: it waits for the database [async-blocking-call]
  // CHECK-MESSAGES: :[[@LINE-2]]:46: warning: 'PQexec' blocks the event loop: it waits for the database [async-blocking-call]
  co_await next_event();
}
