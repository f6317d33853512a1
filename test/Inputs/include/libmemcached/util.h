// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef LIBMEMCACHED_UTIL_H
#define LIBMEMCACHED_UTIL_H
#include <libmemcached/memcached.h>
extern "C" {
typedef struct memcached_pool_st memcached_pool_st;
struct timespec;

memcached_pool_st *memcached_pool(const char *option_string,
                                  size_t option_string_length);
memcached_pool_st *memcached_pool_create(memcached_st *mmc, uint32_t initial,
                                         uint32_t max);
memcached_st *memcached_pool_destroy(memcached_pool_st *pool);
memcached_st *memcached_pool_fetch(memcached_pool_st *,
                                   struct timespec *relative_time,
                                   memcached_return_t *rc);
memcached_return_t memcached_pool_release(memcached_pool_st *pool,
                                          memcached_st *mmc);
}
#endif
