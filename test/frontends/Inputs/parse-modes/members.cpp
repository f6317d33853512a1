// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Members that only a library's bodies use: implicit ones, and those of
// instantiated classes.
#include "ext/factory.hpp"
#include <boost/asio/awaitable.hpp>
#include <chrono>
#include <fstream>
#include <memory>
#include <thread>

namespace asio = boost::asio;

struct Journal {
  Journal() { std::ofstream("journal.log") << "begin\n"; }
  ~Journal() { std::ofstream("journal.log") << "end\n"; }
};

// Its constructor and destructor are implicit.
struct Holder {
  Journal journal;
};

struct Task {
  virtual ~Task() = default;
  virtual void run() = 0;
};

template <typename Unit> struct Nap final : Task {
  explicit Nap(int count) : time(count) {}
  void run() override { std::this_thread::sleep_for(time); }
  Unit time;
};

asio::awaitable<void> use() {
  auto holder = ext::make<Holder>();
  std::unique_ptr<Task> task = ext::make<Nap<std::chrono::seconds>>(3);
  task->run();
  auto other = std::make_unique<Nap<std::chrono::minutes>>(3);
  other->run();
  co_return;
}
