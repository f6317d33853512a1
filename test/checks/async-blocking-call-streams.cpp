// RUN: %check_async_tidy %s async-blocking-call %t
#include <fstream>
#include <iostream>
#include <mock/task.h>
#include <sstream>
#include <string>

Task<> one_finding_for_each_stream(const char *Path) {
  std::ifstream In(Path);
  // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: 'std::ifstream' blocks the event loop: it waits for the disk [async-blocking-call]
  std::string Line;
  while (std::getline(In, Line))
    ;
  In.seekg(0);
  int Number = 0;
  In >> Number;
  In.close();
  co_await next_event();
}

Task<> reported_where_it_is_opened(const std::string &Path) {
  std::ofstream Out;
  Out.open(Path);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'ofstream::open' blocks the event loop: it waits for the disk [async-blocking-call]
  Out << "text" << std::endl;
  Out.flush();
  co_await next_event();
}

Task<> never_opened_is_silent() {
  std::ofstream Out;
  if (Out.is_open())
    Out << "text";
  co_await next_event();
}

Task<> two_streams(const char *From, const char *To) {
  std::ifstream In(From, std::ios::binary);
  // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: 'std::ifstream' blocks the event loop: it waits for the disk [async-blocking-call]
  std::ofstream Out(To, std::ios::binary);
  // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: 'std::ofstream' blocks the event loop: it waits for the disk [async-blocking-call]
  Out << In.rdbuf();
  co_await next_event();
}

Task<> both_ways(const char *Path) {
  std::fstream File(Path);
  // CHECK-MESSAGES: :[[@LINE-1]]:16: warning: 'std::fstream' blocks the event loop: it waits for the disk [async-blocking-call]
  File << 1;
  co_await next_event();
}

Task<> wide_stream(const char *Path) {
  std::wifstream In(Path);
  // CHECK-MESSAGES: :[[@LINE-1]]:18: warning: 'std::wifstream' blocks the event loop: it waits for the disk [async-blocking-call]
  co_await next_event();
}

Task<> temporary_stream(const char *Path) {
  std::ofstream(Path) << "text";
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'std::ofstream' blocks the event loop: it waits for the disk [async-blocking-call]
  co_await next_event();
}

Task<> member_of_an_object_made_here(const char *Path) {
  struct Log {
    std::ofstream Out;
  } Local{std::ofstream(Path)};
  // CHECK-MESSAGES: :[[@LINE-1]]:11: warning: 'std::ofstream' blocks the event loop: it waits for the disk [async-blocking-call]
  co_await next_event();
}

Task<> parameter_of_unknown_kind(std::istream &In, std::ostream &Out, std::ifstream &Opened) {
  std::string Line;
  std::getline(In, Line);
  Out << Line;
  Opened >> Line;
  co_await next_event();
}

Task<> streams_in_memory(const std::string &Text) {
  std::istringstream In(Text);
  std::ostringstream Out;
  Out << In.rdbuf();
  co_await next_event();
}

Task<> console_is_silent() {
  std::cout << "text" << std::endl;
  std::cerr << "text\n";
  std::clog << "text\n";
  co_await next_event();
}

Task<> input_of_the_console_waits() {
  std::string Line;
  std::getline(std::cin, Line);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'getline' blocks the event loop: it waits for the console [async-blocking-call]
  int Number = 0;
  std::cin >> Number;
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: '{{.*}}operator>>' blocks the event loop: it waits for the console [async-blocking-call]
  co_await next_event();
}

std::string slurp(const char *Path) {
  std::ifstream In(Path);
  std::ostringstream Text;
  Text << In.rdbuf();
  return Text.str();
}

Task<> through_a_helper() {
  std::string Text = slurp("orders.csv");
  // CHECK-MESSAGES: :[[@LINE-1]]:22: warning: call to 'slurp' blocks the event loop: it leads to 'std::ifstream', which waits for the disk [async-blocking-call]
  co_await next_event();
}
