// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "config.hpp"
#include "db.hpp"
#include "order_service.hpp"
#include "router.hpp"
#include "task_group.hpp"

#include <boost/asio/thread_pool.hpp>

namespace orders {

// What the handlers refer to must outlive the router's last request.
void register_order_routes(Router& router, OrderService& service);
void register_attachment_routes(Router& router, OrderService& service, const Config& config,
                                boost::asio::thread_pool& workers, TaskGroup& tasks);
void register_report_routes(Router& router, OrderService& service, const Config& config, Pool& reports,
                            boost::asio::thread_pool& workers);
void register_health_routes(Router& router, Pool& pool, const TaskGroup& sessions, const TaskGroup& tasks);

} // namespace orders
