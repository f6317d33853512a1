// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef LIBSSH_H
#define LIBSSH_H
extern "C" {
typedef struct ssh_session_struct *ssh_session;
enum ssh_options_e { SSH_OPTIONS_HOST, SSH_OPTIONS_PORT };
#define SSH_OK 0

ssh_session ssh_new(void);
int ssh_options_set(ssh_session session, enum ssh_options_e type,
                    const void *value);
int ssh_connect(ssh_session session);
void ssh_disconnect(ssh_session session);
void ssh_free(ssh_session session);
}
#endif
