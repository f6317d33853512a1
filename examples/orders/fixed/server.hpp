// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "router.hpp"
#include "task_group.hpp"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core.hpp>

#include <set>

namespace orders {

// For a single-threaded executor.
class Server {
public:
  Server(boost::asio::ip::tcp::acceptor acceptor, Router& router, TaskGroup& sessions);

  // Accepts connections until stop() is called. Their sessions belong to the group.
  boost::asio::awaitable<void> serve();

  // Accepts nothing more and ends the sessions that wait for a request. The others end with their answer.
  void stop();

private:
  class Waiting;

  boost::asio::awaitable<void> session(boost::asio::ip::tcp::socket socket);
  boost::asio::awaitable<boost::beast::error_code> read_header(boost::beast::tcp_stream& stream,
                                                               boost::beast::flat_buffer& buffer, Parser& parser);

  boost::asio::ip::tcp::acceptor acceptor_;
  Router& router_;
  TaskGroup& sessions_;
  std::set<boost::beast::tcp_stream*> waiting_;
  bool stopping_ = false;
};

} // namespace orders
