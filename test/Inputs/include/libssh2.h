// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef LIBSSH2_H
#define LIBSSH2_H
#include <stddef.h>
extern "C" {
typedef int libssh2_socket_t;
typedef struct _LIBSSH2_SESSION LIBSSH2_SESSION;
#define LIBSSH2_ALLOC_FUNC(name) void *name(size_t count, void **abstract)
#define LIBSSH2_REALLOC_FUNC(name)                                             \
  void *name(void *ptr, size_t count, void **abstract)
#define LIBSSH2_FREE_FUNC(name) void name(void *ptr, void **abstract)

LIBSSH2_SESSION *libssh2_session_init_ex(LIBSSH2_ALLOC_FUNC((*my_alloc)),
                                         LIBSSH2_FREE_FUNC((*my_free)),
                                         LIBSSH2_REALLOC_FUNC((*my_realloc)),
                                         void *abstract);
#define libssh2_session_init() libssh2_session_init_ex(NULL, NULL, NULL, NULL)
int libssh2_session_handshake(LIBSSH2_SESSION *session, libssh2_socket_t sock);
int libssh2_session_free(LIBSSH2_SESSION *session);
}
#endif
