// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef HIREDIS_ASYNC_H
#define HIREDIS_ASYNC_H
#include <hiredis/hiredis.h>
extern "C" {
struct redisAsyncContext;
typedef void(redisCallbackFn)(struct redisAsyncContext *, void *, void *);
typedef struct redisAsyncContext {
  redisContext c;
  int err;
  void *data;
} redisAsyncContext;

redisAsyncContext *redisAsyncConnect(const char *ip, int port);
void redisAsyncFree(redisAsyncContext *ac);
void redisAsyncDisconnect(redisAsyncContext *ac);
int redisAsyncCommand(redisAsyncContext *ac, redisCallbackFn *fn,
                      void *privdata, const char *format, ...);
}
#endif
