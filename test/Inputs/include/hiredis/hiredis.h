// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef HIREDIS_H
#define HIREDIS_H
#include <stddef.h>
#include <sys/time.h>
extern "C" {
#define REDIS_OK 0
#define REDIS_REPLY_STRING 1
typedef struct redisReply {
  int type;
  long long integer;
  size_t len;
  char *str;
  size_t elements;
  struct redisReply **element;
} redisReply;
typedef struct redisContext {
  int err;
  char errstr[128];
  int fd;
} redisContext;

redisContext *redisConnect(const char *ip, int port);
redisContext *redisConnectWithTimeout(const char *ip, int port,
                                      const struct timeval tv);
redisContext *redisConnectNonBlock(const char *ip, int port);
redisContext *redisConnectUnix(const char *path);
int redisFreeKeepFd(redisContext *c);
int redisReconnect(redisContext *c);
int redisSetTimeout(redisContext *c, const struct timeval tv);
void redisFree(redisContext *c);
void freeReplyObject(void *reply);
int redisGetReply(redisContext *c, void **reply);
int redisAppendCommand(redisContext *c, const char *format, ...);
void *redisCommand(redisContext *c, const char *format, ...);
void *redisCommandArgv(redisContext *c, int argc, const char **argv,
                       const size_t *argvlen);
}
#endif
