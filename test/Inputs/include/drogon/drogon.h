// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef DROGON_DROGON_H
#define DROGON_DROGON_H
#include <drogon/HttpAppFramework.h>
#include <drogon/HttpClient.h>
#include <drogon/HttpController.h>
#include <drogon/HttpFilter.h>
#include <drogon/HttpSimpleController.h>
#include <drogon/MultiPart.h>
#include <drogon/orm/DbClient.h>
#include <drogon/plugins/Plugin.h>
#include <trantor/net/EventLoop.h>
#endif
