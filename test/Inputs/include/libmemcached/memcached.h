// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef LIBMEMCACHED_MEMCACHED_H
#define LIBMEMCACHED_MEMCACHED_H
#include <netinet/in.h>
#include <stddef.h>
#include <stdint.h>
extern "C" {
typedef struct memcached_st {
  uint32_t number_of_hosts;
} memcached_st;
typedef enum memcached_return_t {
  MEMCACHED_SUCCESS,
  MEMCACHED_FAILURE
} memcached_return_t;

memcached_st *memcached(const char *string, size_t string_length);
memcached_st *memcached_create(memcached_st *ptr);
void memcached_free(memcached_st *ptr);
memcached_return_t memcached_server_add(memcached_st *ptr, const char *hostname,
                                        in_port_t port);
char *memcached_get(memcached_st *ptr, const char *key, size_t key_length,
                    size_t *value_length, uint32_t *flags,
                    memcached_return_t *error);
}
#endif
