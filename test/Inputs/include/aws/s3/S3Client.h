// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef AWS_S3_S3CLIENT_H
#define AWS_S3_S3CLIENT_H
#include <aws/core/client/AWSClient.h>

namespace Aws::S3 {
class S3Client : public Aws::Client::AWSClient {
public:
  S3Client(const Aws::Client::ClientConfiguration &clientConfiguration =
               Aws::Client::ClientConfiguration());
};
} // namespace Aws::S3
#endif
