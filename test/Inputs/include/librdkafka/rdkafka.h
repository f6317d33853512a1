// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef LIBRDKAFKA_RDKAFKA_H
#define LIBRDKAFKA_RDKAFKA_H
#include <stddef.h>
extern "C" {
typedef enum rd_kafka_type_t {
  RD_KAFKA_PRODUCER,
  RD_KAFKA_CONSUMER
} rd_kafka_type_t;
typedef enum {
  RD_KAFKA_RESP_ERR_NO_ERROR = 0,
  RD_KAFKA_RESP_ERR__TIMED_OUT = -185
} rd_kafka_resp_err_t;
typedef struct rd_kafka_s rd_kafka_t;
typedef struct rd_kafka_conf_s rd_kafka_conf_t;

rd_kafka_conf_t *rd_kafka_conf_new(void);
rd_kafka_t *rd_kafka_new(rd_kafka_type_t type, rd_kafka_conf_t *conf,
                         char *errstr, size_t errstr_size);
int rd_kafka_poll(rd_kafka_t *rk, int timeout_ms);
rd_kafka_resp_err_t rd_kafka_flush(rd_kafka_t *rk, int timeout_ms);
void rd_kafka_destroy(rd_kafka_t *rk);
}
#endif
