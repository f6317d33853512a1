// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "order_service.hpp"
#include "router.hpp"

namespace orders {

void register_order_routes(Router& router, OrderService& service);
void register_attachment_routes(Router& router);
void register_report_routes(Router& router, OrderService& service);
void register_health_routes(Router& router);

} // namespace orders
