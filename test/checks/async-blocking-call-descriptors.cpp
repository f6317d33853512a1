// RUN: %check_async_tidy %s async-blocking-call %t
// RUN: %check_async_tidy %s async-blocking-call %t -check-suffix=,STRICT --options 'Level: strict'
#include <fcntl.h>
#include <mock/task.h>
#include <sys/socket.h>
#include <unistd.h>

Task<> regular_file_opened_here(const char *Path, char *Data) {
  int File = open(Path, O_RDONLY);
  // CHECK-MESSAGES-STRICT: :[[@LINE-1]]:14: warning: 'open' blocks the event loop: it waits for the disk [async-blocking-call]
  read(File, Data, 1);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'read' blocks the event loop: it waits for the disk [async-blocking-call]
  close(File);
  co_await next_event();
}

Task<> socket_opened_here_as_blocking(char *Data, const sockaddr *Peer) {
  int Socket = socket(AF_INET, SOCK_STREAM, 0);
  connect(Socket, Peer, sizeof(*Peer));
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'connect' blocks the event loop: it waits for the network [async-blocking-call]
  send(Socket, Data, 1, 0);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'send' blocks the event loop: it waits for the network [async-blocking-call]
  recv(Socket, Data, 1, 0);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'recv' blocks the event loop: it waits for the network [async-blocking-call]
  co_await next_event();
}

Task<> socket_opened_here_as_nonblocking(char *Data, const sockaddr *Peer) {
  int Socket = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
  connect(Socket, Peer, sizeof(*Peer));
  send(Socket, Data, 1, 0);
  recv(Socket, Data, 1, 0);
  co_await next_event();
}

Task<> accepted_as_nonblocking(int Listener, char *Data) {
  int Peer = accept4(Listener, nullptr, nullptr, SOCK_NONBLOCK);
  // CHECK-MESSAGES-STRICT: :[[@LINE-1]]:14: warning: 'accept4' blocks the event loop: it waits for the network [async-blocking-call]
  // CHECK-NOTES-STRICT: :[[@LINE-2]]:{{[0-9]+}}: note: level strict: {{.*}}
  recv(Peer, Data, 1, 0);
  co_await next_event();
}

Task<> pipe_opened_as_nonblocking(const char *Path, char *Data) {
  int Fifo = open(Path, O_RDONLY | O_NONBLOCK);
  // CHECK-MESSAGES-STRICT: :[[@LINE-1]]:14: warning: 'open' blocks the event loop: it waits for the disk [async-blocking-call]
  read(Fifo, Data, 1);
  co_await next_event();
}

Task<> unknown_descriptor(int Socket, char *Data) {
  read(Socket, Data, 1);
  // CHECK-MESSAGES-STRICT: :[[@LINE-1]]:3: warning: 'read' blocks the event loop: it waits for the disk [async-blocking-call]
  // CHECK-NOTES-STRICT: :[[@LINE-2]]:{{[0-9]+}}: note: level strict: {{.*}}
  send(Socket, Data, 1, 0);
  // CHECK-MESSAGES-STRICT: :[[@LINE-1]]:3: warning: 'send' blocks the event loop: it waits for the network [async-blocking-call]
  write(Socket, Data, 1);
  // CHECK-MESSAGES-STRICT: :[[@LINE-1]]:3: warning: 'write' blocks the event loop: it waits for the disk [async-blocking-call]
  co_await next_event();
}

Task<> does_not_wait(int Socket, char *Data) {
  recv(Socket, Data, 1, MSG_DONTWAIT);
  co_await next_event();
}
