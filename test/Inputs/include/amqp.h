// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef RABBITMQ_C_AMQP_H
#define RABBITMQ_C_AMQP_H
extern "C" {
typedef struct amqp_connection_state_t_ *amqp_connection_state_t;
typedef struct amqp_socket_t_ amqp_socket_t;
typedef enum amqp_status_enum_ {
  AMQP_STATUS_OK = 0,
  AMQP_STATUS_NO_MEMORY = -1
} amqp_status_enum;

amqp_connection_state_t amqp_new_connection(void);
int amqp_destroy_connection(amqp_connection_state_t state);
amqp_socket_t *amqp_tcp_socket_new(amqp_connection_state_t state);
int amqp_socket_open(amqp_socket_t *self, const char *host, int port);
}
#endif
